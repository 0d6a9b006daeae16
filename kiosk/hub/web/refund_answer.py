"""What a till is told of a refund."""

from msgspec import Struct

from kiosk.contract.money import Money


class RefundAnswer(Struct, frozen=True):
    """What goes back of a sale that was paid on a phone: `money` by its provider, the rest as what had paid it.

    `state` is `asked` while the provider takes its time, then `done`; or `refused`: the store pays it out itself.
    """

    id: str
    sale: int
    amount: Money
    money: Money
    state: str
