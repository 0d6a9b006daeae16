"""How a tap becomes a bookmark in a conversation: the one way, from a screen's reader and from a phone's page."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.context import Hub
from kiosk.hub.domain.announcement import announce_kept
from kiosk.hub.domain.benefits.coupon_life import count_taken, issue_coupon
from kiosk.hub.domain.benefits.stamp_card import stamp_tap
from kiosk.hub.domain.redeem_code import make_code
from kiosk.hub.models.bookmark import Bookmark
from kiosk.hub.models.claim import Claim
from kiosk.hub.models.conversation import Conversation, find_conversation
from kiosk.hub.models.credential import BROWSER, Credential, find_member
from kiosk.hub.models.member import Member
from kiosk.hub.models.message import STORE, Message, add_message
from kiosk.hub.models.offer import Offer
from kiosk.hub.problem import Problem
from kiosk.hub.text.words import choose_words


@dataclass(frozen=True, slots=True)
class Tap:
    """What is to be kept, and what was shown for it: `proof` is a hash of the credential of this `kind`."""

    id: str
    fingerprint: str
    kind: str
    proof: str
    tapped_at: datetime
    language: str
    screen: str | None = None
    zone: str | None = None
    impression: str | None = None


def keep_offer(hub: Hub, session: Session, offer: Offer, tap: Tap) -> Bookmark:
    """Keep an offer that this tap has not kept yet, and open or continue the member's conversation.

    A credential that nobody is known by makes a new, anonymous member. Raises a 422 `Problem` if nothing is left of the
    offer's budget.
    """
    _require_budget(session, offer)
    found = find_member(session, offer.store_id, tap.kind, tap.proof)
    member = found or _add_member(hub, session, offer.store_id, tap)
    message = _add_greeting(hub, session, offer, tap, member)
    bookmark = Bookmark(
        id=tap.id,
        fingerprint=tap.fingerprint,
        store_id=offer.store_id,
        offer_id=offer.id,
        member_key=member.key,
        conversation_id=message.conversation_id,
        first_message_id=message.id,
        was_known=found is not None,
        language=tap.language,
        tapped_at=tap.tapped_at,
        kept_at=hub.now(),
        redeem_code=make_code(hub.mint()),
        screen_id=tap.screen,
        zone=tap.zone,
        impression=tap.impression,
    )
    session.add(bookmark)
    session.flush()
    issue_coupon(session, bookmark, offer)
    stamp_tap(session, bookmark)
    session.add(Claim(token=hub.mint(), bookmark_id=bookmark.id))
    announce_kept(hub, session, bookmark)
    session.flush()
    return bookmark


def _require_budget(session: Session, offer: Offer) -> None:
    # Whoever else keeps this offer waits here: two at once would both count one too few.
    session.refresh(offer, ["budget"], with_for_update=True)
    budget = offer.budget
    taken = count_taken(session, offer.store_id, [offer.id])
    if budget is not None and taken.get(offer.id, 0) >= budget.count_bookmarks():
        raise Problem(422, "budget_spent", "Nothing is left of the offer's budget; raise it and send this again.")


def _add_member(hub: Hub, session: Session, store_id: str, tap: Tap) -> Member:
    member = Member(key=f"s_{hub.mint()}", store_id=store_id, joined_at=hub.now(), language=tap.language, segments=[])
    session.add(member)
    session.flush()
    session.add(Credential(store_id=store_id, kind=tap.kind, value=tap.proof, member_key=member.key))
    return member


def _add_greeting(hub: Hub, session: Session, offer: Offer, tap: Tap, member: Member) -> Message:
    conversation = find_conversation(session, member.key)
    # A card's greeting is read by whoever scans a public screen: it does not say that she kept something before.
    greeting = _greet(offer, tap.language, again=conversation is not None and tap.kind == BROWSER)
    conversation = conversation or _open_conversation(hub, session, member)
    message = Message(
        conversation_id=conversation.id,
        bookmark_id=tap.id,
        author=STORE,
        text=greeting,
        written_at=hub.now(),
        entry="web" if tap.kind == BROWSER else "screen",
    )
    add_message(session, message)
    return message


def _open_conversation(hub: Hub, session: Session, member: Member) -> Conversation:
    conversation = Conversation(id=f"c_{hub.mint()}", member_key=member.key, opened_at=hub.now())
    session.add(conversation)
    session.flush()
    return conversation


def _greet(offer: Offer, language: str, *, again: bool) -> str:
    words = choose_words(language)
    phrase = words.greeting_again if again else words.greeting
    return phrase.format(offer=choose_phrase(offer.title, words.language))
