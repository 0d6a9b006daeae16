from kiosk.app.glass.ticker import Ticker
from kiosk.core.effects import TickerLine

HOURS, COFFEE = TickerLine("hours", "Bis 20 Uhr"), TickerLine("coffee", "Frischer Kaffee")


class Stand:
    """A ticker in a window whose theme can lose its place for it."""

    def __init__(self) -> None:
        self.has_place = True
        self.run: list[tuple[str, ...]] = []
        self.told: list[tuple[str, ...]] = []
        self.ticker = Ticker(self.run.append, lambda: self.has_place, self.told.append)


def test_texts_run_and_their_items_are_told_once() -> None:
    stand = Stand()
    stand.ticker.run((HOURS, COFFEE))
    stand.ticker.look()
    stand.ticker.run(())

    assert stand.run == [("Bis 20 Uhr", "Frischer Kaffee"), ()]
    assert stand.told == [("hours", "coffee"), ()]


def test_where_the_theme_has_no_place_nothing_was_seen_until_one_has() -> None:
    stand = Stand()
    stand.has_place = False
    stand.ticker.run((HOURS,))
    assert (stand.run, stand.told) == ([("Bis 20 Uhr",)], [])

    stand.has_place = True
    stand.ticker.look()
    stand.has_place = False
    stand.ticker.look()
    assert stand.told == [("hours",), ()]
