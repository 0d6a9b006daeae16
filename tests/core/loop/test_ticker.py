from msgspec.structs import replace

from kiosk.contract.daypart import Daypart
from kiosk.contract.playlist import Item
from kiosk.core.effects import AnnounceShown, RunTicker, TickerLine
from kiosk.core.events import BoardChanged, CatalogueChanged, ShopperNear, Ticked
from kiosk.core.glass.scene import Attract
from kiosk.core.notice.bulletin import Board, Bulletin, Level
from kiosk.offers.catalogue import Catalogue
from tests.doubles.shop_floor import BOOTS, MUG, POSTER, Play

HOURS = Item("hours", "ticker", title={"de": "Bis 20 Uhr\nfür Sie da", "en": "Open until 8"})
COFFEE = Item("coffee", "ticker", title={"fr": "Du café frais"}, dayparts=(Daypart("10:02", "10:04"),))
SALE = Bulletin({"": "We close at 8"}, Level.INFO)
EMPTY = Item("empty", "ticker", title={"de": " "})


def play_ticker(*items: Item) -> Play:
    play = Play.of_shop()
    play.effects.clear()
    play.send(CatalogueChanged(Catalogue((BOOTS, MUG)), (POSTER, *items)))
    return play


def list_ordered(play: Play) -> list[tuple[str, ...]]:
    """What it was ordered to run, one order after the other."""
    return [tuple(line.text for line in effect.lines) for effect in play.effects if isinstance(effect, RunTicker)]


def test_its_texts_run_beside_the_loop_in_the_screens_language_and_on_one_line() -> None:
    play = play_ticker(HOURS, EMPTY)
    assert list_ordered(play) == [("Bis 20 Uhr für Sie da",)]
    assert isinstance(play.scene, Attract)
    assert play.scene.item == POSTER


def test_they_never_take_a_turn_of_the_loop() -> None:
    play = play_ticker(HOURS)
    for _ in range(5):
        play.send(Ticked(), at=play.floor.wake_at)
    shown = [effect.item for effect in play.effects if isinstance(effect, AnnounceShown)]
    assert set(shown) <= {"poster"}


def test_each_runs_while_it_is_on_and_the_ticker_is_told_only_of_changes() -> None:
    play = play_ticker(HOURS, COFFEE)
    while play.time < 300:
        play.send(Ticked(), at=play.floor.wake_at)
    hours = "Bis 20 Uhr für Sie da"
    assert list_ordered(play) == [(hours,), (hours, "Du café frais"), (hours,)]


def test_an_offer_for_a_shopper_does_not_stop_it() -> None:
    play = play_ticker(HOURS)
    play.send(ShopperNear("anna", "shoes", heard_at=5.0), at=5.0)
    assert len(list_ordered(play)) == 1


def test_each_line_knows_its_item() -> None:
    play = play_ticker(HOURS)
    ordered = [effect.lines for effect in play.effects if isinstance(effect, RunTicker)]
    assert ordered == [(TickerLine("hours", "Bis 20 Uhr für Sie da"),)]


def test_under_a_notice_nothing_runs_and_after_it_all_does_again() -> None:
    play = play_ticker(HOURS)
    play.send(BoardChanged(Board(store=SALE), heard_at=1.0), at=1.0)
    assert list_ordered(play)[1:] == [()]
    play.send(BoardChanged(Board(), heard_at=2.0), at=2.0)
    assert list_ordered(play)[1:] == [(), ("Bis 20 Uhr für Sie da",)]


def test_once_the_last_text_is_gone_it_is_empty() -> None:
    play = play_ticker(HOURS)
    play.send(CatalogueChanged(Catalogue((BOOTS, MUG)), (POSTER,)))
    assert list_ordered(play)[-1] == ()
    assert play.send(Ticked(), at=play.floor.wake_at) == ()


def test_a_text_that_changed_runs_as_it_is_now() -> None:
    play = play_ticker(HOURS)
    play.send(CatalogueChanged(Catalogue((BOOTS, MUG)), (POSTER, replace(HOURS, title={"de": "Bis 18 Uhr"}))))
    assert list_ordered(play)[-1] == ("Bis 18 Uhr",)
