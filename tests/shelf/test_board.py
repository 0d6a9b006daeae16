from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from kiosk.contract.instant import NEVER, Instant
from kiosk.contract.shelf_price import ShelfPrice, write_told
from kiosk.shelf.board import MOST, PriceBoard
from tests.contract.test_shelf_price import CODE, make_money, make_price

WALL = datetime(2026, 11, 22, 9, tzinfo=UTC)
NOW = Instant(1000.0, WALL, "i-1")
BEER, WINE = make_price(shelf="drinks"), make_price(code="04012345000122", shelf="drinks")
MUG = make_price(code="04012345000016", shelf="gifts")


def put(board: PriceBoard, *prices: ShelfPrice) -> list[bool]:
    return [board.take_price(price.code, msgspec.json.encode(price)) for price in prices]


def test_of_a_shelf_by_its_name_all_that_stands_there_is_known_by_the_articles_codes() -> None:
    board = PriceBoard((), "drinks", 120)

    assert put(board, BEER, MUG, WINE) == [True, False, True]
    assert board.list_prices() == (BEER, WINE)


def test_articles_that_are_named_come_first_and_in_that_order() -> None:
    board = PriceBoard((MUG.code, BEER.code), "drinks", 120)
    put(board, WINE, BEER, MUG)

    assert board.list_prices() == (MUG, BEER, WINE)
    assert PriceBoard((MUG.code,), "", 120).take_price(BEER.code, msgspec.json.encode(BEER)) is False


def test_what_is_sold_no_more_moved_away_or_cannot_be_read_goes() -> None:
    board = PriceBoard((), "drinks", 120)
    moved = make_price(code=WINE.code, shelf="cellar")
    for last in (b"", b"{", msgspec.json.encode(moved), msgspec.json.encode(MUG)):
        put(board, WINE)

        assert board.take_price(WINE.code, last)
        assert board.list_prices() == ()
        assert not board.take_price(WINE.code, last)


def test_only_what_differs_is_news() -> None:
    board = PriceBoard((), "drinks", 120)

    assert put(board, BEER, BEER, make_price(shelf="drinks", price=make_money("0.99"))) == [True, False, True]


def test_whoever_says_what_the_memory_is_bounded() -> None:
    board = PriceBoard((), "drinks", 120)
    put(board, *(make_price(code=f"{number:014d}", shelf="drinks") for number in range(MOST + 5)))

    assert len(board.list_prices()) == MOST


@pytest.mark.parametrize(
    ("age", "hold_until"),
    [
        (timedelta(0), 1120.0),
        (timedelta(seconds=100), 1020.0),
        (timedelta(seconds=-100), 1120.0),  # the hub's clock runs ahead
        (timedelta(seconds=120), -NEVER),
        (timedelta(seconds=-120), -NEVER),
    ],
)
def test_prices_hold_for_a_while_after_the_hubs_word_where_both_clocks_agree(age: timedelta, hold_until: float) -> None:
    board = PriceBoard((CODE,), "", 120)

    assert board.take_told(write_told(WALL - age), NOW) is (hold_until > 0)
    assert board.hold_until == hold_until


def test_an_older_word_and_what_is_none_change_nothing() -> None:
    board = PriceBoard((CODE,), "", 120)
    board.take_told(write_told(WALL), NOW)

    assert not board.take_told(write_told(WALL - timedelta(seconds=60)), NOW)
    assert not board.take_told(b"", NOW)
    assert board.hold_until == 1120.0


def test_what_held_no_longer_when_the_line_came_back_is_heard_anew() -> None:
    board = PriceBoard((CODE,), "", 120)
    board.take_told(write_told(WALL), NOW)
    put(board, BEER)

    board.begin_anew(1119.0)
    assert board.list_prices() == (BEER,)
    board.begin_anew(1120.0)
    assert board.list_prices() == ()
