"""What a wallet is told of a kept offer: plain facts, in every language that the hub speaks."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from msgspec import Struct
from typing_extensions import override

State = Literal["open", "redeemed", "lapsed", "void"]


class Side(Struct, frozen=True):
    """What is printed in one language, but for empty texts. `terms` is what the law has a price say besides itself."""

    title: str
    text: str = ""
    price: str = ""
    terms: str = ""


class Coupon(Struct, frozen=True, kw_only=True):
    """A kept offer as it lies in a wallet; without a repr, for who has its code may redeem it.

    `serial` names it to wallets, and `token` is what a device shows to be told of it. `code` is what the till reads,
    `spoken_code` the same as it is said. `offer` names the offer to Google. `sides` are by language and have
    `language`, the one that it was kept in. `page` is the address of its conversation. `picture` is the offer's, as a
    file; `picture_url` where it is fetched from. One that is `void` has no code and says nothing of an offer.
    """

    serial: str
    token: str
    code: str
    spoken_code: str
    offer: str
    store: str
    language: str
    sides: Mapping[str, Side]
    state: State = "open"
    until: datetime | None = None
    page: str | None = None
    picture: Path | None = None
    picture_url: str | None = None

    @property
    def side(self) -> Side:
        """What is printed in the language that it was kept in."""
        return self.sides[self.language]

    @override
    def __repr__(self) -> str:
        return "Coupon(...)"
