"""The account's page, its switches, and the way out of it."""

from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from starlette.background import BackgroundTask
from starlette.responses import RedirectResponse, Response

from kiosk.hub.domain.consent.allowance import allow
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.leaving.mandate import find_highest, find_mandate
from kiosk.hub.fleet.commands import ask_reload
from kiosk.hub.pages.account.account_view import view_account
from kiosk.hub.pages.visitor.signed_in import ACCOUNT, PlainForm, SignedInDep, sign_out
from kiosk.hub.text.basket_words import choose_basket_words
from kiosk.hub.text.benefit_words import choose_benefit_words
from kiosk.hub.text.counter_words import choose_counter_words
from kiosk.hub.text.data_words import read_data_words
from kiosk.hub.text.leaving_words import choose_leaving_words
from kiosk.hub.text.message_words import choose_message_words
from kiosk.hub.text.pickup_words import choose_pickup_words
from kiosk.hub.text.profile_words import PROFILE_WORDS
from kiosk.hub.text.visit_words import choose_visit_words

router = APIRouter(include_in_schema=False)


class SwitchForm(BaseModel):
    """What a switch sends: the purpose, and whether she allows it from now on."""

    form_token: Annotated[str, Field(max_length=128)]
    purpose: Annotated[str, Field(max_length=128)]
    on: bool


@router.get(ACCOUNT)
def show_account(signed_in: SignedInDep) -> Response:
    """Show it."""
    with signed_in.hub.database.read() as session:
        values = view_account(signed_in, session)
        allows = find_mandate(session, signed_in.get_member(session)) is not None
    may_charge = allows or find_highest(signed_in.hub) is not None
    language = signed_in.words.language
    links = {
        "messages": choose_message_words(language).all,
        "visit": choose_visit_words(language).link,
        "pickups": choose_pickup_words(language).link,
        "basket": choose_basket_words(language).link,
        "benefits": choose_benefit_words(language).link,
        "leaving": choose_leaving_words(language).link if may_charge else "",
        "counter": choose_counter_words(language).link,
        "history_link": PROFILE_WORDS[language].link,
        "data_link": read_data_words(language).page["link"],
        "store_id": signed_in.store.id,
    }
    return signed_in.show("account.html", {**values, **links})


@router.post(ACCOUNT + "/consents")
def post_switch(signed_in: SignedInDep, form: Annotated[SwitchForm, Form()]) -> Response:
    """Allow a purpose, or take it back; the screens hear of it at once."""
    signed_in.check_form(form.form_token)
    hub = signed_in.hub
    with hub.database.erase() as session:
        member = signed_in.get_member(session)
        if form.on:
            allow(hub, session, member, form.purpose)
        else:
            withdraw(hub, session, member, form.purpose)
    response = signed_in.lead("allowed")
    response.background = BackgroundTask(ask_reload, hub, signed_in.store.id)
    return response


@router.post(ACCOUNT + "/sign-out")
def post_sign_out(signed_in: SignedInDep, form: Annotated[PlainForm, Form()]) -> Response:
    """Sign out on this phone."""
    signed_in.check_form(form.form_token)
    response = RedirectResponse(f"/sign-in/{signed_in.store.id}?lang={signed_in.words.language}", 303)
    with signed_in.hub.database.write() as session:
        sign_out(signed_in.page, session, response)
    return response
