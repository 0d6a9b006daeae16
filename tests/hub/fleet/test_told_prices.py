from datetime import timedelta

from kiosk.hub.fleet.told_prices import WHOLE, ToldPrices
from tests.hub.running import NOW

BEER, WINE = ("04006381333931", b"1.19"), ("04012345000122", b"7.90")


def tell(told: ToldPrices, *wanted: tuple[str, bytes]) -> list[tuple[str, bytes]]:
    """What was said, to a broker that takes everything."""
    news = told.list_news(dict(wanted))
    for code, payload in news:
        told.note_taken(code, payload)
    return news


def test_what_the_broker_was_told_is_not_said_again_and_what_differs_is() -> None:
    told = ToldPrices()

    assert tell(told, BEER, WINE) == [BEER, WINE]
    assert tell(told, BEER, WINE) == []
    assert tell(told, (BEER[0], b"0.99")) == [(WINE[0], b""), (BEER[0], b"0.99")]
    assert tell(told) == [(BEER[0], b"")]
    assert tell(told) == []


def test_what_the_broker_kept_from_earlier_is_corrected_unless_it_was_told_since() -> None:
    told = ToldPrices()
    told.note_kept(WINE[0])
    told.note_kept(BEER[0])

    assert tell(told, BEER) == [(WINE[0], b""), BEER]
    told.note_kept(BEER[0])
    assert tell(told, BEER) == []


def test_they_are_compared_where_something_changed_or_was_not_taken_and_now_and_then() -> None:
    told, later = ToldPrices(), NOW + timedelta(seconds=1)
    assert told.is_due(None, NOW)

    told.note_compared(NOW, NOW, is_whole=False)
    assert not told.is_whole()
    assert told.is_due(NOW, later)

    told.note_compared(NOW, NOW, is_whole=True)
    assert told.is_whole()
    assert not told.is_due(NOW, later)
    assert told.is_due(later, later)
    assert told.is_due(NOW, NOW + WHOLE)
    assert told.is_due(NOW, NOW - WHOLE)  # the clock was set back

    told.note_kept(BEER[0])
    assert told.is_due(NOW, later)
