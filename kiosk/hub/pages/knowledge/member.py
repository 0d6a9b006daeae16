"""The page on which a member reads what the store knows of her, and takes back what she allowed."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session
from starlette.responses import RedirectResponse, Response

from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.member_data.knowledge import Knowledge, gather_knowledge
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.consent import Consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.store.store import get_store
from kiosk.hub.pages.kept.wallet import list_buttons
from kiosk.hub.pages.visitor.own_claim import OwnClaim, find_own_claim, write_own_claim
from kiosk.hub.pages.visitor.own_phone import COUNTER
from kiosk.hub.problem import Problem
from kiosk.hub.text.consent_text import find_consent_text
from kiosk.hub.text.counter_words import choose_counter_words
from kiosk.hub.text.data_words import read_data_words
from kiosk.hub.text.member_words import MEMBER_WORDS, MemberWords
from kiosk.hub.text.moment import format_day
from kiosk.hub.text.profile_words import PROFILE_WORDS
from kiosk.hub.text.words import Words
from kiosk.hub.wallet.words import PASS_WORDS
from kiosk.hub.web.page_request import PageRequestDep

router = APIRouter(include_in_schema=False)
_ADDRESS = "/c/{token}/me"


class WithdrawForm(BaseModel):
    """What a consent's form sends."""

    form_token: Annotated[str, Field(max_length=128)]
    purpose: Annotated[str, Field(max_length=128)]


@dataclass(frozen=True, slots=True)
class ConsentView:
    """A consent as it is printed; without `withdrawn` it holds, and may be taken back."""

    purpose: str
    title: str
    text: str
    after: str
    given: str
    withdrawn: str


@router.get(_ADDRESS)
def show_member(page: PageRequestDep, token: str) -> Response:
    """Show it to a browser of her own; whoever only looks ahead is led back to the claim."""
    if not page.is_proven:
        return RedirectResponse(f"/c/{token}", 303)
    with write_own_claim(page, token, opens=True) as (session, own):
        bookmark, member = _find_member(session, own)
        store = get_store(session, bookmark.store_id)
        knowledge = gather_knowledge(session, member)
    words = page.choose_words(bookmark.language)
    phrases = MEMBER_WORDS[words.language]
    values = {
        "token": token,
        "store": store.name,
        "phrases": phrases,
        "consents": [_view_consent(consent, words, store.time_zone) for consent in knowledge.consents],
        "kept": _list_kept(knowledge, phrases),
        "data_link": read_data_words(words.language).page["link"],
        "history_link": PROFILE_WORDS[words.language].link,
        "looks_href": f"{COUNTER.format(store_id=store.id)}/looks?lang={words.language}",
        "looks_link": choose_counter_words(words.language).looks_link,
        "wallet_heading": PASS_WORDS[words.language].heading,
        "wallet_buttons": list_buttons(page, bookmark, token),
        "form_token": page.make_form_token(_name_form(token)),
    }
    return page.show("member.html", words, values)


@router.post(_ADDRESS)
def post_withdrawal(page: PageRequestDep, token: str, form: Annotated[WithdrawForm, Form()]) -> Response:
    """Take a consent back, and lead to the page again."""
    page.check_form(_name_form(token), form.form_token)
    with page.hub.database.erase() as session:
        bookmark, member = _find_member(session, find_own_claim(page, session, token, opens=True))
        withdraw(page.hub, session, member, form.purpose)
    language = page.choose_words(bookmark.language).language
    return RedirectResponse(f"/c/{token}/me?lang={language}", 303)


def _find_member(session: Session, own: OwnClaim) -> tuple[Bookmark, Member]:
    if not own.is_hers:
        raise Problem(403, "counter_needed", "The browser is not known to be the member's own.")
    return own.bookmark, session.get_one(Member, own.bookmark.member_key)


def _name_form(token: str) -> str:
    return f"{token}/me"


def _view_consent(consent: Consent, words: Words, time_zone: str) -> ConsentView:
    phrases = MEMBER_WORDS[words.language]
    found = find_consent_text(consent.text_version, consent.purpose, words.language)
    purpose = found or phrases.other_purpose
    given_on, withdrawn_on = (
        moment and format_day(moment, time_zone, words) for moment in (consent.given_at, consent.withdrawn_at)
    )
    place = phrases.sources.get(consent.source)
    return ConsentView(
        purpose=consent.purpose,
        title=purpose.title.format(purpose=consent.purpose),
        text=purpose.text,
        after=purpose.after,
        given=(phrases.given_at if place else phrases.given).format(day=given_on, place=place),
        withdrawn=phrases.withdrawn.format(day=withdrawn_on) if withdrawn_on else "",
    )


def _list_kept(knowledge: Knowledge, phrases: MemberWords) -> list[tuple[str, str]]:
    """Heading and value of all that there is any of."""
    values = {
        "address": knowledge.address,
        "beacons": knowledge.beacons and phrases.hashed.format(count=knowledge.beacons),
        "cards": knowledge.cards and phrases.hashed.format(count=knowledge.cards),
        "tastes": ", ".join(knowledge.tastes),
        "visits": knowledge.visits,
        "deeds": knowledge.deeds,
        "bookmarks": knowledge.bookmarks,
        "messages": knowledge.messages,
    }
    return [(phrases.kept[name], str(value)) for name, value in values.items() if value]
