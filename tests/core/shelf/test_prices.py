from kiosk.contract.shelf_price import ShelfPrice
from kiosk.core.effects import ShowShelf
from kiosk.core.events import BoardChanged, PricesHeard, Ticked
from kiosk.core.notice.bulletin import Board
from tests.contract.test_shelf_price import make_money, make_price
from tests.doubles.shop_floor import Play

BEER = make_price()
WINE = make_price(code="04012345000122", price=make_money("7.90"))


def play_shelf(*prices: ShelfPrice, hold_until: float = 120.0) -> Play:
    """A shelf that has just heard of these prices."""
    play = Play()
    play.send(PricesHeard(prices, hold_until))
    return play


def list_ordered(play: Play) -> list[ShowShelf]:
    return [effect for effect in play.effects if isinstance(effect, ShowShelf)]


def test_prices_are_shown_as_soon_as_they_are_heard_and_once() -> None:
    play = play_shelf(BEER, WINE)
    play.send(PricesHeard((BEER, WINE), 135.0), at=15.0)

    assert list_ordered(play) == [ShowShelf((BEER, WINE), hold=True, language="de")]
    assert play.floor.wake_at <= 135.0


def test_one_that_changes_is_shown_as_it_is_now_and_one_that_is_gone_is_not() -> None:
    play = play_shelf(BEER, WINE)
    cheaper = make_price(price=make_money("0.99"))
    play.send(PricesHeard((cheaper,), 120.0))

    assert list_ordered(play)[-1] == ShowShelf((cheaper,), hold=True, language="de")


def test_prices_that_hold_no_longer_go_at_that_moment_whatever_else_happens() -> None:
    play = play_shelf(BEER)
    while play.time < 120.0:
        play.send(Ticked(), at=play.floor.wake_at)
    assert play.time == 120.0
    assert list_ordered(play)[-1] == ShowShelf((BEER,), hold=False, language="de")

    late = play_shelf(BEER)
    late.send(BoardChanged(Board(), heard_at=500.0), at=500.0)
    assert list_ordered(late)[-1].hold is False

    late.send(PricesHeard((BEER,), 700.0), at=510.0)
    assert list_ordered(late)[-1].hold is True


def test_prices_that_held_in_the_past_alone_are_never_shown() -> None:
    assert list_ordered(play_shelf(BEER, hold_until=0.0)) == [ShowShelf((BEER,), hold=False, language="de")]


def test_where_nothing_stands_there_nothing_is_said() -> None:
    play = play_shelf()
    assert list_ordered(play) == []

    play.send(PricesHeard((BEER,), 120.0))
    play.send(PricesHeard((), 120.0))
    assert list_ordered(play)[-1] == ShowShelf()
