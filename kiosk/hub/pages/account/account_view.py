"""The account's page as it is printed: what she kept, what she allows, and her cards and beacon."""

from collections.abc import Collection
from datetime import datetime

from msgspec import Struct
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.contract.shopper import PROXIMITY
from kiosk.hub.domain.consent.allowance import MESSAGES_BY_EMAIL, MESSAGES_BY_PUSH, PURPOSES
from kiosk.hub.models.catalogue.offer import Offer, state_offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import get_token_of, select_held
from kiosk.hub.models.members.consent import Consent, list_consents
from kiosk.hub.models.members.credential import BROWSER, Credential
from kiosk.hub.models.members.proximity_id import list_beacons
from kiosk.hub.pages.conversation.push import view_ringing
from kiosk.hub.pages.visitor.signed_in import ACCOUNT, SignedIn
from kiosk.hub.text.card_words import CARD_WORDS
from kiosk.hub.text.consent_text import LATEST, ConsentText, find_consent_text
from kiosk.hub.text.member_words import MEMBER_WORDS
from kiosk.hub.text.moment import format_day
from kiosk.hub.text.price_tag import Tag, make_tag

MOST_SHOWN = 60
"""So many kept offers the page shows, the newest first."""


class KeptView(Struct, frozen=True):
    """A kept offer as it is listed; `picture` is empty where it has none, `tag` is `None` where it has no price."""

    href: str
    title: str
    picture: str
    tag: Tag | None
    kept_on: str


class SwitchView(Struct, frozen=True):
    """A purpose with its switch; `since` says when and where she allowed it, and `wording` what she read then.

    `rings`: to switch it on, this phone has to say where it is rung, which takes a script.
    """

    purpose: str
    title: str
    text: str
    since: str
    wording: str
    is_on: bool
    rings: bool


class BeaconView(Struct, frozen=True):
    """Her beacon: `may` she have one, and `until` when the one that she has is good; empty: she has none."""

    may: bool
    needs: str
    until: str


def view_account(signed_in: SignedIn, session: Session) -> dict[str, object]:
    """What the page prints."""
    key = signed_in.member_key
    given = {one.purpose: one for one in list_consents(session, key) if not one.withdrawn_at}
    kept = _list_kept(signed_in, session)
    return {
        "who": _name_account(signed_in),
        "kept": [_view_kept(signed_in, session, one) for one in kept],
        "switches": [_view_switch(signed_in, one, given.get(one)) for one in _list_purposes(signed_in, given)],
        "ringing": view_ringing(signed_in.page, session, signed_in.words, ACCOUNT + "/push"),
        "cards": _count_cards(session, key),
        "card_number_link": _name_card_link(signed_in),
        "beacon": _view_beacon(signed_in, session, may=PROXIMITY in given),
        "known_href": f"/c/{get_token_of(session, kept[0].id)}/me" if kept else "",
    }


def _name_account(signed_in: SignedIn) -> str:
    phrases, oidc, address = signed_in.phrases, signed_in.hub.oidc, signed_in.account.address
    if address:
        return phrases.signed_in.format(address=address)
    return phrases.signed_in_by.format(name=oidc.name) if oidc else ""


def _list_kept(signed_in: SignedIn, session: Session) -> list[Bookmark]:
    """Hers, and those whose pages are this phone's."""
    hers = Bookmark.member_key == signed_in.member_key
    here = Bookmark.id.in_(select_held(signed_in.page.browser.hash))
    query = select(Bookmark).where(Bookmark.store_id == signed_in.store.id, or_(hers, here))
    latest = query.order_by(Bookmark.kept_at.desc(), Bookmark.first_message_id.desc())
    return list(session.scalars(latest.limit(MOST_SHOWN)))


def _view_kept(signed_in: SignedIn, session: Session, bookmark: Bookmark) -> KeptView:
    offer = state_offer(session.get_one(Offer, bookmark.offer_id), signed_in.hub.now())
    image = offer.image_portrait or offer.image
    return KeptView(
        href=f"/c/{get_token_of(session, bookmark.id)}?lang={signed_in.words.language}",
        title=choose_phrase(offer.title, signed_in.words.language),
        picture=image.url if image else "",
        tag=make_tag(offer, signed_in.words),
        kept_on=_print_day(signed_in, bookmark.kept_at),
    )


def _list_purposes(signed_in: SignedIn, given: Collection[str]) -> list[str]:
    """Those that she can be asked for: without an address there is nothing to mail to, and some hubs ring no phones.

    What she gave she can take back all the same.
    """
    has_way = {MESSAGES_BY_EMAIL: signed_in.account.address, MESSAGES_BY_PUSH: signed_in.hub.settings.push}
    return [one for one in PURPOSES if one in given or has_way.get(one, True)]


def _view_switch(signed_in: SignedIn, purpose: str, given: Consent | None) -> SwitchView:
    version = given.text_version if given else LATEST
    text = find_purpose_text(signed_in, purpose, version)
    since = _print_since(signed_in, given) if given else ""
    wording = signed_in.phrases.version.format(version=version)
    rings = purpose == MESSAGES_BY_PUSH and given is None
    return SwitchView(purpose, text.title, text.text, since, wording, is_on=given is not None, rings=rings)


def find_purpose_text(signed_in: SignedIn, purpose: str, version: str) -> ConsentText:
    """What she allows by this purpose, in the words of that version."""
    language = signed_in.words.language
    return find_consent_text(version, purpose, language) or MEMBER_WORDS[language].other_purpose


def _print_since(signed_in: SignedIn, given: Consent) -> str:
    phrases = MEMBER_WORDS[signed_in.words.language]
    place, day = phrases.sources.get(given.source), _print_day(signed_in, given.given_at)
    return (phrases.given_at if place else phrases.given).format(day=day, place=place)


def _count_cards(session: Session, member_key: str) -> int:
    query = select(func.count()).where(Credential.member_key == member_key, Credential.kind != BROWSER)
    return session.scalar(query) or 0


def _name_card_link(signed_in: SignedIn) -> str:
    """Empty where the store's cards bear no numbers."""
    settings = signed_in.hub.settings
    may = settings.card_numbers is not None and settings.store_key is not None
    return CARD_WORDS[signed_in.words.language].link if may else ""


def _view_beacon(signed_in: SignedIn, session: Session, *, may: bool) -> BeaconView | None:
    """`None`: this hub issues none."""
    if signed_in.hub.settings.store_key is None:
        return None
    phrases = signed_in.phrases
    needs = phrases.beacon_needs.format(purpose=find_purpose_text(signed_in, PROXIMITY, LATEST).title)
    beacons = list_beacons(session, signed_in.member_key)
    end = beacons[0].expires_at if beacons else None
    until = phrases.beacon_until.format(day=_print_day(signed_in, end)) if end else phrases.beacon_known
    return BeaconView(may, needs, until if beacons else "")


def _print_day(signed_in: SignedIn, moment: datetime) -> str:
    return format_day(moment, signed_in.store.time_zone, signed_in.words)
