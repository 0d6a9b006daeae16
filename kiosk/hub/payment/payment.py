"""Who takes the money, as the command line names it."""

from typing import TypeAlias

from msgspec import Struct

from kiosk.hub.payment.stripe_account import StripeAccount


class Training(Struct, frozen=True):
    """The training till, at which no money moves."""


Payment: TypeAlias = Training | StripeAccount
