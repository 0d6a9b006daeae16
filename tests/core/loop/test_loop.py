from msgspec.structs import replace

from kiosk.contract.playlist import Item
from kiosk.core.effects import TickerLine
from kiosk.core.loop.loop import Loop, drop_items, fill_loop
from tests.doubles.shop_floor import MONDAY, MUG_ITEM, POSTER

HOURS = Item("hours", "ticker", title={"de": "Bis 20 Uhr"})
PLAYED = Loop(last_item="poster", turn=3, running=(TickerLine("hours", "Bis 18 Uhr"),))


def test_texts_for_the_ticker_take_no_turn_and_a_new_list_goes_on_where_the_old_one_was() -> None:
    filled = fill_loop(PLAYED, (POSTER, HOURS, MUG_ITEM), MONDAY)
    assert filled == replace(PLAYED, playlist=(POSTER, MUG_ITEM), ticker=(HOURS,), epoch=MONDAY)


def test_a_picture_that_is_done_without_takes_no_other_with_it() -> None:
    door = replace(POSTER, id="door")
    assert drop_items(Loop((POSTER, door, MUG_ITEM)), "poster", None).playlist == (door, MUG_ITEM)


def test_an_offer_is_done_without_in_every_item_that_names_it() -> None:
    loop = Loop((POSTER, MUG_ITEM, replace(POSTER, id="mugs", offer="mug")))
    assert drop_items(loop, None, "mug").playlist == (POSTER,)
