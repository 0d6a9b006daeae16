"""One page that stands open and waits to hear that something was said on it."""

import asyncio


def name_messages(member_key: str) -> str:
    """The page of all messages of a member, among those of bookmarks."""
    return f"messages {member_key}"


def name_counter(member_key: str) -> str:
    """The page on which a member's phone hears of what happens at the counter."""
    return f"counter {member_key}"


def name_basket(member_key: str) -> str:
    """The page on which a member's phones hear of her basket."""
    return f"basket {member_key}"


def name_visit(member_key: str) -> str:
    """The page on which a member's phones hear of her visit."""
    return f"visit {member_key}"


class Stream:
    """A stream of the reader `owner`; she reads along on these `pages`. All of it happens on the event loop."""

    def __init__(self, owner: str, pages: frozenset[str]) -> None:
        self.owner = owner
        self.is_over = False
        self._pages = pages
        self._last: int | None = None
        self._rung = asyncio.Event()

    def ring(self, number: int, page: str) -> None:
        """Tell of the message of this number, if it stands on one of the pages."""
        if page in self._pages:
            self._last = number
            self._rung.set()

    def end(self) -> None:
        """Let the stream end."""
        self.is_over = True
        self._rung.set()

    async def wait(self, patience_s: float) -> int | None:
        """The number of the last message since the last call; `None` where none came in that time, or at the end."""
        try:
            await asyncio.wait_for(self._rung.wait(), patience_s)
        except TimeoutError:
            return None
        self._rung.clear()
        last, self._last = self._last, None
        return last
