"""What the bare program knows of the shop. Light to import: it counts in the time of a start."""

from msgspec import Struct

ZONE = "bench"
"""The zone in which everything of the bench happens."""


class BareOffer(Struct, frozen=True):
    """The words and the file that the bare program paints; the first in its list is what the loop plays."""

    id: str
    title: str
    text: str
    price: str
    link: str
    picture: str
