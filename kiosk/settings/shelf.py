"""The settings of a screen that hangs on a shelf and says what things cost there."""

from typing import Annotated

from msgspec import Meta, Struct

from kiosk.contract.shelf_price import Code


class Shelf(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands on the shelf below the glass. Where there is anything, its prices take the place of the loop."""

    name: Annotated[
        str,
        Meta(
            max_length=64,
            description="The shelf, as the articles of the loyalty system name it: all that stand there are shown.",
        ),
    ] = ""
    articles: Annotated[
        tuple[Code, ...],
        Meta(
            max_length=60,
            title="at most 60 codes of articles, each a GTIN with 14 digits or how a scale's label begins",
            description="The articles that are shown, in this order; those that stand on the shelf `name` follow them.",
        ),
    ] = ()
    trust_s: Annotated[
        float,
        Meta(
            ge=30,
            le=3600,
            description="So long prices are shown after the hub last said that they hold, which it does every 15"
            " seconds; after that the articles are named without them. Both clocks must agree by as much.",
        ),
    ] = 120.0

    @property
    def is_there(self) -> bool:
        """Whether the screen hangs on a shelf."""
        return bool(self.name or self.articles)
