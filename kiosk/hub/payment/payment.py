"""Who takes the money, as the command line names it."""

from typing import ClassVar, TypeAlias

from msgspec import Struct

from kiosk.hub.payment.stripe_account import StripeAccount


class Training(Struct, frozen=True):
    """The training till, at which no money moves."""

    is_live: ClassVar[bool] = False


Payment: TypeAlias = Training | StripeAccount
