"""The page on which a member signs in who has nothing at hand but her address, and what follows its button."""

from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from starlette.responses import RedirectResponse, Response

from kiosk.hub.models.members.mail_link import LIFETIME
from kiosk.hub.models.store.store import Store, list_stores
from kiosk.hub.pages.joining.ways_in import find_ways_in, mail_link
from kiosk.hub.pages.visitor.onward import TO_VISIT, find_onward, link_onward, name_onward
from kiosk.hub.pages.visitor.own_phone import find_member_key
from kiosk.hub.pages.visitor.signed_in import ACCOUNT, find_signed_in
from kiosk.hub.pages.visitor.via import VIA, find_via
from kiosk.hub.problem import Problem
from kiosk.hub.text.joining_words import JOINING_WORDS
from kiosk.hub.text.problem_words import SIGN_IN
from kiosk.hub.web.page_request import PageRequest, PageRequestDep

router = APIRouter(include_in_schema=False)
_ADDRESS = f"{SIGN_IN}/{{store_id}}"


class AddressForm(BaseModel):
    """What the form sends; what is no address is answered by the page."""

    form_token: Annotated[str, Field(max_length=128)]
    address: Annotated[str, Field(max_length=1000)] = ""


@router.get(SIGN_IN)
def choose_store(page: PageRequestDep) -> Response:
    """Lead to where she signs in; where there are several stores, ask which one she means."""
    with page.hub.database.read() as session:
        stores = list_stores(session)
    if not page.hub.has_accounts:
        raise Problem(404, "sign_in_needed", "This hub has no accounts.")
    words = page.choose_words(*(store.language for store in stores))
    addresses = [(f"{SIGN_IN}/{store.id}", store.name) for store in stores]
    if len(addresses) == 1:
        return RedirectResponse(f"{addresses[0][0]}?lang={words.language}", 303)
    return page.show("stores.html", words, {"stores": addresses, "phrases": JOINING_WORDS[words.language]})


@router.get(_ADDRESS)
def show_sign_in(page: PageRequestDep, store_id: str) -> Response:
    """Ask who she is, unless she is signed in already."""
    store = _find_store(page, store_id)
    with page.hub.database.read() as session:
        is_in = find_signed_in(page, session) is not None
        is_member = find_member_key(page, session, store_id) is not None
    if is_in:
        return RedirectResponse(link_onward(find_onward(page), store_id) if is_member else ACCOUNT, 303)
    return ask_address(page, store)


@router.post(_ADDRESS)
def post_sign_in(page: PageRequestDep, store_id: str, form: Annotated[AddressForm, Form()]) -> Response:
    """Send a link to the address, and say so."""
    page.check_form(_name_form(store_id), form.form_token)
    store = _find_store(page, store_id)
    language = page.choose_words(store.language).language
    complaint = mail_link(page, store_id, form.address, language)
    return ask_address(page, store, complaint, form.address) if complaint else lead_to_inbox(page, store_id, language)


@router.get(_ADDRESS + "/sent")
def show_sent(page: PageRequestDep, store_id: str) -> Response:
    """Say where the link is."""
    store = _find_store(page, store_id)
    words = page.choose_words(store.language)
    values = {
        "store": store.name,
        "phrases": JOINING_WORDS[words.language],
        "minutes": LIFETIME.seconds // 60,
        "again": f"{SIGN_IN}/{store_id}",
        "along": name_onward(find_onward(page)),
    }
    return page.show("mail_sent.html", words, values)


def ask_address(page: PageRequest, store: Store, complaint: str = "", draft: str = "") -> Response:
    """The page, with what was typed and what is wrong with it."""
    words = page.choose_words(store.language)
    phrases = JOINING_WORDS[words.language]
    ways = find_ways_in(page)
    if not ways:
        raise Problem(404, "not_found", "This hub has no accounts.")
    with page.hub.database.read() as session:
        via = find_via(page, session, store.id)
    onward = find_onward(page)
    values = {
        "store": store.name,
        "phrases": phrases,
        "ways": ways,
        "action": f"{SIGN_IN}/{store.id}",
        "issuer_href": f"{SIGN_IN}/{store.id}/issuer",
        "along": (f"&{VIA}={via}" if via else "") + name_onward(onward),
        "comes_in": onward == TO_VISIT,
        "complaint": phrases.complaints[complaint].format(name=ways.issuer) if complaint else "",
        "draft": draft,
        "form_token": page.make_form_token(_name_form(store.id)),
    }
    return page.show("sign_in.html", words, values, 400 if complaint else 200)


def lead_to_inbox(page: PageRequest, store_id: str, language: str) -> Response:
    """To the page that says where the link is."""
    return RedirectResponse(f"{SIGN_IN}/{store_id}/sent?lang={language}{name_onward(find_onward(page))}", 303)


def _find_store(page: PageRequest, store_id: str) -> Store:
    with page.hub.database.read() as session:
        store = session.get(Store, store_id)
    if store is None:
        raise Problem(404, "not_found", "There is no such store.")
    return store


def _name_form(store_id: str) -> str:
    return f"sign-in:{store_id}"
