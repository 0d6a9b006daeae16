"""How charging as a member leaves ends: by her own word, or because who she is to the hub is another by now.

Who signs in, or whose keys turn out to be one person's or two people's, allowed it as somebody else: that it goes on
nobody promised her, and she might not find any more where it is taken back. So it ends, and she is told.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.domain.conversation.page import find_own_page
from kiosk.hub.domain.outside.announcement import announce_withdrawn
from kiosk.hub.models.members.consent import withdraw_consent
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.settlement.mandate import Mandate, end_mandates, list_mandates
from kiosk.hub.models.settlement.settlement import call_off_charges
from kiosk.hub.text.leaving_words import choose_leaving_words


def stop_charging(session: Session, keys: Collection[str], now: datetime) -> None:
    """Charge nothing of these keys any more, and have the provider let go what it keeps."""
    end_mandates(session, keys, now)
    call_off_charges(session, keys, now)


def end_charging(hub: Hub, session: Session, member: Member) -> bool:
    """Take back what she allowed under any key of hers, and say so on a page of hers; False: she allowed nothing."""
    keys = list_kin(session, member.key)
    mandates = list_mandates(session, keys)
    if not mandates:
        return False
    withdraw_consent(session, member, CHARGE_ON_LEAVING, hub.now())
    announce_withdrawn(hub, session, member, CHARGE_ON_LEAVING)
    stop_charging(session, keys, hub.now())
    for mandate in mandates:
        _tell(hub, session, mandate)
    return True


def _tell(hub: Hub, session: Session, mandate: Mandate) -> None:
    page = find_own_page(session, mandate.member_key)
    if page is not None:
        address = f"{hub.settings.public_url}/basket/{mandate.store_id}/leaving"
        text = choose_leaving_words(page.language).ended.format(page=address)
        tell_member(hub, session, page, Said(text, "hub", f"charging-ended:{mandate.id}"))
