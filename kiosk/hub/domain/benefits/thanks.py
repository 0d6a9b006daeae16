"""How the store thanks a member for what she did: in her conversation, on a page that only she reads."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.earning import Award
from kiosk.hub.domain.benefits.occasion import Occasion
from kiosk.hub.domain.benefits.unit import state_amount
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.domain.conversation.page import find_own_page
from kiosk.hub.models.members.member import Member
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
