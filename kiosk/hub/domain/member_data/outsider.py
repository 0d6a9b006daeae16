"""The port of systems outside: what is noted as a member is erased, so that they forget her, too."""

from collections.abc import Callable
from typing import TypeAlias

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.chatwoot.link import forget_member
from kiosk.hub.domain.settlement.pace import UNDER_WAY
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.erasure_step import ErasureStep
from kiosk.hub.models.outside.void_pass import VoidPass
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon
from kiosk.hub.models.outside.wallet_device import WalletDevice
from kiosk.hub.models.settlement.mandate import list_unended_mandates
from kiosk.hub.models.settlement.settlement import call_off_charges
from kiosk.hub.payment.means import Means

GOOGLE_WALLET, APPLE_WALLET = "google_wallet", "apple_wallet"
MEANS_AT = "means_at:"
"""Before the name of the provider."""
Forget: TypeAlias = Callable[[Hub, Session, str], None]
"""Called for each key of hers in the transaction of the erasure, while all of hers is still there. It speaks to nobody:
it notes what is to be told, by what that system knows her, and a poller tells it until it is taken."""


def void_in_google(hub: Hub, session: Session, member_key: str) -> None:
    """Note the coupons that Google Wallet has of her; `sweep.py` has it make them void."""
    query = select(WalletCoupon.serial, Bookmark.store_id).join(Bookmark, Bookmark.id == WalletCoupon.bookmark_id)
    now = hub.now()
    for serial, store_id in session.execute(query.where(Bookmark.member_key == member_key, WalletCoupon.is_at_google)):
        step = ErasureStep(store_id=store_id, kind=GOOGLE_WALLET, reference=serial, asked_at=now, due_at=now)
        session.add(step)


def void_at_apple(hub: Hub, session: Session, member_key: str) -> None:
    """Note which phones have passes of hers: `sweep.py` has them ask, and each hears then that its pass is void."""
    now = hub.now()
    query = select(WalletDevice, Bookmark.store_id, Bookmark.language)
    query = query.join(WalletCoupon, WalletCoupon.serial == WalletDevice.serial)
    query = query.join(Bookmark, Bookmark.id == WalletCoupon.bookmark_id).where(Bookmark.member_key == member_key)
    for device, store_id, language in session.execute(query):
        push = ErasureStep(store_id=store_id, kind=APPLE_WALLET, reference=device.push_token, asked_at=now, due_at=now)
        session.add(push)
        session.add(
            VoidPass(
                serial=device.serial,
                device_hash=device.device_hash,
                store_id=store_id,
                language=language,
                voided_at=now,
            )
        )


def let_means_go(hub: Hub, session: Session, member_key: str) -> None:
    """Note what a provider keeps of hers; what she would have been charged without her is called off.

    What it was asked for just now may be on its way to it yet, and is let go once it must have arrived.
    """
    now = hub.now()
    call_off_charges(session, [member_key], now)
    for mandate in list_unended_mandates(session, [member_key]):
        means = msgspec.json.encode(Means(mandate.id, mandate.made_at, mandate.ref)).decode()
        kind, due_at = f"{MEANS_AT}{mandate.provider}", now if mandate.ref else now + UNDER_WAY
        step = ErasureStep(store_id=mandate.store_id, kind=kind, reference=means, asked_at=now, due_at=due_at)
        session.add(step)


OUTSIDERS: tuple[Forget, ...] = (void_in_google, void_at_apple, forget_member, let_means_go)
"""An adapter that tells another system of members stands here."""
