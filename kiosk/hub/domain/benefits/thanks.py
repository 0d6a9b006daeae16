"""How the store thanks a member for what she did: in her conversation, on a page that only she reads."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.earning import Award
from kiosk.hub.domain.benefits.occasion import Occasion
from kiosk.hub.domain.benefits.unit import state_amount
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.domain.conversation.page import Page, make_own_page, make_page
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import Claim
from kiosk.hub.models.members.account import Account
from kiosk.hub.models.members.credential import BROWSER, Credential
from kiosk.hub.models.members.member import Member, select_kin
from kiosk.hub.models.members.member_sign_in import MemberSignIn
from kiosk.hub.text.benefit_words import choose_benefit_words, format_amount


def thank(hub: Hub, session: Session, member: Member, occasion: Occasion, awards: Sequence[Award]) -> bool:
    """Say what she got for it, once; False: she got nothing, or has no page that a stranger could not read."""
    page = find_own_page(session, member.key)
    gifts = [award for award in awards if award.steps]
    if not gifts or page is None:
        return False
    words = choose_benefit_words(page.language)
    listed = words.and_.join(format_amount(state_amount(award.steps, award.unit), award.unit, words) for award in gifts)
    text = words.thanks[occasion.action].format(gift=listed)
    return tell_member(hub, session, page, Said(text, "hub", f"thanks:{occasion.key}"))


def find_own_page(session: Session, member_key: str) -> Page | None:
    """What she kept last of all that is open in a browser of hers, as `pages/visitor/own_claim.py` has it.

    It is known as hers, or she signed in since the page was opened: then it became that of the phone she signed in on.
    Else that of all her messages, where she has an account; without one she has no page that a stranger could not read.
    """
    known = select(Credential.value).where(Credential.member_key == member_key, Credential.kind == BROWSER)
    signed_in_at = select(func.max(MemberSignIn.began_at)).where(MemberSignIn.member_key == member_key)
    is_hers = or_(Claim.browser_hash.in_(known), Claim.opened_at <= signed_in_at.scalar_subquery())
    query = select(Bookmark).join(Claim, Claim.bookmark_id == Bookmark.id)
    query = query.where(Bookmark.member_key == member_key, is_hers)
    bookmark = session.scalar(query.order_by(Bookmark.kept_at.desc()).limit(1))
    return make_page(bookmark) if bookmark else _find_account_page(session, member_key)


def _find_account_page(session: Session, member_key: str) -> Page | None:
    accounts = select(Account.member_key).where(Account.member_key.in_(select_kin(member_key)))
    member = session.scalar(select(Member).where(Member.key.in_(accounts)))
    return make_own_page(member) if member else None
