"""How the store thanks a member for what she did: in her conversation, on a page that only she reads."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.earning import Finding
from kiosk.hub.domain.benefits.unit import state_amount
from kiosk.hub.models.bookmark import Bookmark
from kiosk.hub.models.claim import Claim
from kiosk.hub.models.credential import BROWSER, Credential
from kiosk.hub.models.member import Member
from kiosk.hub.models.message import STORE, Message, add_message
from kiosk.hub.text.benefit_words import choose_benefit_words, format_amount


def thank(hub: Hub, session: Session, member: Member, action: str, findings: Sequence[Finding]) -> bool:
    """Say what she got for it; False: she got nothing, or has no page that nobody else could have opened before her."""
    bookmark = _find_own_page(session, member.key)
    gifts = [finding for finding in findings if finding.steps]
    if not gifts or bookmark is None:
        return False
    words = choose_benefit_words(bookmark.language)
    listed = words.and_.join(
        format_amount(state_amount(finding.steps, finding.unit), finding.unit, words) for finding in gifts
    )
    text = words.thanks[action].format(gift=listed)
    message = Message(
        conversation_id=bookmark.conversation_id, bookmark_id=bookmark.id, author=STORE, text=text, written_at=hub.now()
    )
    add_message(session, message)
    return True


def _find_own_page(session: Session, member_key: str) -> Bookmark | None:
    """What she kept last of all that is open in a browser known as hers: see `pages/own_claim.py`."""
    query = select(Bookmark).join(Claim, Claim.bookmark_id == Bookmark.id)
    query = query.join(Credential, Credential.value == Claim.browser_hash)
    query = query.where(
        Bookmark.member_key == member_key, Credential.member_key == member_key, Credential.kind == BROWSER
    )
    return session.scalar(query.order_by(Bookmark.kept_at.desc()).limit(1))
