"""Runs the ticker, and tells which items are seen in it: none where the theme has no place for one."""

from collections.abc import Callable

from kiosk.core.effects import TickerLine


class Ticker:
    """Used on the GUI thread alone.

    `run` puts texts into the ticker, `has_place` says whether anybody sees them, and `tell` hears of each change.
    """

    def __init__(
        self,
        run: Callable[[tuple[str, ...]], None],
        has_place: Callable[[], bool],
        tell: Callable[[tuple[str, ...]], None],
    ) -> None:
        self._run = run
        self._has_place = has_place
        self._tell = tell
        self._items: tuple[str, ...] = ()
        self._told: tuple[str, ...] = ()

    def run(self, lines: tuple[TickerLine, ...]) -> None:
        """Run these lines from the next frame on."""
        self._run(tuple(line.text for line in lines))
        self._items = tuple(line.item for line in lines)
        self.look()

    def look(self) -> None:
        """Tell what is seen of them now, where that is something else: a theme may have been changed."""
        seen = self._items if self._has_place() else ()
        if seen != self._told:
            self._told = seen
            self._tell(seen)
