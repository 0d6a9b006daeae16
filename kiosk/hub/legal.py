"""What the law has each page for members lead to: who runs it, and what becomes of what is known of them."""

from msgspec import Struct


class Legal(Struct, frozen=True):
    """The store's own pages, by their addresses; empty where nobody named one."""

    imprint: str = ""
    privacy: str = ""


NO_PAGES = Legal()
