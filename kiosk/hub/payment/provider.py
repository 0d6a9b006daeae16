"""Who takes a member's money, as the hub asks: the same questions whichever provider answers."""

from datetime import datetime
from typing import Literal, Protocol, TypeAlias

from msgspec import Struct

from kiosk.contract.money import Money
from kiosk.errors import KioskError
from kiosk.hub.payment.means import Keeping, Means

State: TypeAlias = Literal["open", "processing", "approved", "ended"]
"""How a charge stands:

- `open`: the shopper is to do something yet; until then no money moves, and it can be ended
- `processing`: she did, and the provider does not know yet what comes of it
- `approved`: the money is the store's
- `ended`: no money moved, and none ever will
"""
RefundState: TypeAlias = Literal["open", "done", "failed"]
"""How a refund stands: under way, the money is back, or it never will be by this one."""


class ProviderSilent(KioskError):
    """No answer came, or none that says anything: nobody knows what came of it until the provider is asked again."""


class ProviderRefused(KioskError):
    """The provider said no: nothing came of it."""


class Charge(Struct, frozen=True):
    """What is to be paid since `made_at`: `id` is the hub's own name for it, and `ref` the provider's, once known.

    `means` is the provider's name for what is charged without her; empty: she pays herself.
    """

    id: str
    amount: Money
    made_at: datetime
    ref: str = ""
    means: str = ""


class Outcome(Struct, frozen=True):
    """What came of a charge; `was_declined`: the last try of the shopper failed, and she may try again.

    `secret` is what her browser alone needs to pay.
    """

    ref: str
    state: State
    was_declined: bool = False
    secret: str = ""


class Refund(Struct, frozen=True):
    """So much of a charge is to go back; `id` is the hub's own name for it."""

    id: str
    charge: Charge
    amount: Money


class Keeper(Protocol):
    """Who keeps means of payment. Each call raises `ProviderSilent` where nobody knows, and `ProviderRefused`.

    Whatever is asked twice under one id happens once.
    """

    def set_up(self, means: Means) -> Keeping:
        """Have her name one."""
        ...

    def look_up_means(self, means: Means) -> Keeping | None:
        """What came of it; `None`: the provider never heard of it."""
        ...

    def let_go(self, means: Means) -> None:
        """Keep nothing of it any more, whether she named one or not; of what was never heard nothing is kept."""
        ...


class Provider(Keeper, Protocol):
    """A provider. Each call raises `ProviderSilent` where nobody knows what came of it, and `ProviderRefused`.

    A `look_up` or an `end` that is refused tells nothing of the charge: it may have been paid all the same; nor does
    a `look_up_refund` of the refund. A `give_back` that is refused came to nothing.

    Whatever is asked twice under one id happens once. No card's number ever comes by the hub.
    """

    @property
    def name(self) -> str:
        """What it is called in the books."""
        ...

    @property
    def is_live(self) -> bool:
        """Whether real money moves."""
        ...

    def begin(self, charge: Charge) -> Outcome:
        """Have it be paid; by `means` at once, and where those do not do, it stays open and `was_declined`."""
        ...

    def look_up(self, charge: Charge) -> Outcome | None:
        """What came of it; `None`: the provider never heard of it."""
        ...

    def end(self, charge: Charge) -> Outcome:
        """Let it be, unless it was paid meanwhile: what came of it."""
        ...

    def look_up_refund(self, refund: Refund) -> RefundState | None:
        """What came of it; `None`: the provider never heard of it."""
        ...

    def give_back(self, refund: Refund) -> RefundState:
        """Give it back."""
        ...
