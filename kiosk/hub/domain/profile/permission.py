"""What a message says to offers that are chosen by it, and whether she whom it names allows them."""

from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.profile.ending import end_words, is_over
from kiosk.hub.domain.profile.handle import Handle
from kiosk.hub.models.members.consent import Consent, give_consent, is_given, list_consents
from kiosk.hub.models.members.member import Member

WEB = "web"
_NEVER = datetime.min.replace(tzinfo=UTC)


class Word(Struct, frozen=True):
    """What she said, to which source and when; `allows` is `None` where she said nothing."""

    allows: bool | None
    source_id: str
    at: datetime


def hear_word(session: Session, store_id: str, handles: Sequence[Handle], word: Word) -> bool:
    """Whether what she said, whom these verified handles name, still counts; of what is over nothing may be kept.

    A refusal is kept in mind, also of somebody whom nobody knows: what she said before may yet come.
    """
    if word.allows is False:
        end_words(session, store_id, handles, word.at)
        return True
    return not is_over(session, store_id, handles, word.at)


def settle_consent(hub: Hub, session: Session, key: str, word: Word) -> bool:
    """Note what she said, and answer whether she allows it now; what she said before she last took it back is over."""
    member = session.get_one(Member, key)
    if word.allows is False:
        withdraw(hub, session, member, PERSONAL_OFFERS)
    elif word.allows and not is_given(session, key, PERSONAL_OFFERS) and word.at > _find_last_withdrawal(session, key):
        consent = Consent(
            member_key=key,
            purpose=PERSONAL_OFFERS,
            given_at=word.at,
            text_version=f"source:{word.source_id}",
            source=WEB,
        )
        give_consent(session, member, consent)
        session.flush()
    return is_given(session, key, PERSONAL_OFFERS)


def _find_last_withdrawal(session: Session, key: str) -> datetime:
    ends = [row.withdrawn_at for row in list_consents(session, key) if row.purpose == PERSONAL_OFFERS]
    return max((end for end in ends if end), default=_NEVER)
