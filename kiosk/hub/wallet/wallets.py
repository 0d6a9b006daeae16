"""The wallets that this hub puts coupons into."""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from kiosk.hub.wallet.apple.signer import Signer
from kiosk.hub.wallet.google.service import GoogleWallet

Push: TypeAlias = Callable[[str], bool]
"""Has the phone of this push token ask for its passes; `False`: there is no such phone any more.

Raises `KioskError` where it cannot be told.
"""


class Wallets(Struct, frozen=True):
    """Each is there once its certificates or keys are set; `push` where the phones of Apple's can be told, too."""

    apple: Signer | None = None
    google: GoogleWallet | None = None
    push: Push | None = None

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.apple or self.google)


NO_WALLETS = Wallets()
