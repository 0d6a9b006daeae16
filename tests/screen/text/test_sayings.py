import pytest
from msgspec.structs import replace

from kiosk.contract.bookmark import StampCount
from kiosk.contract.direction import Direction
from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Saved
from kiosk.places import find_shipped
from kiosk.screen.text.sayings import find_saying, phrase_kept, phrase_stamps
from kiosk.theming.package import read_theme
from tests.doubles.shop_floor import MUG

WORDS = read_theme(find_shipped("themes") / "daylight").words["de"]


def test_stamps_are_counted_until_the_card_is_full() -> None:
    assert phrase_stamps(StampCount(2, 3), WORDS) == "2 von 3 Stempeln"
    assert phrase_stamps(StampCount(3, 3), WORDS) == WORDS.stamps_full


def test_an_item_speaks_for_itself_and_the_theme_where_there_is_none() -> None:
    item = Item("t", "text", title={"de": "Sonntags"}, text={"de": "13 bis 18 Uhr"})

    assert find_saying(item, "de", WORDS) == ("Sonntags", "13 bis 18 Uhr")
    assert find_saying(None, "de", WORDS) == (WORDS.standby, WORDS.standby_line)


@pytest.mark.parametrize(
    ("way", "next_stamp", "told"),
    [
        (None, None, (WORDS.saved_line, "")),
        (Direction({"de": "Wohnen"}, {"de": "1. Etage, links"}), None, ("Wohnen: 1. Etage, links", "")),
        (Direction({"de": "Wohnen"}), None, (WORDS.way_here, "")),
        (None, Direction({"de": "Mode"}), (WORDS.saved_line, "Der nächste Stempel wartet: Mode")),
        (Direction({"de": "Wohnen"}), Direction({"de": "Mode"}), (WORDS.way_here, "Der nächste Stempel wartet: Mode")),
    ],
)
def test_the_moment_of_keeping_says_what_comes_next_and_apart_from_it_where_the_next_stamp_waits(
    way: Direction | None, next_stamp: Direction | None, told: tuple[str, str]
) -> None:
    scene = Saved(MUG, "de", "b", way=way, next_stamp=next_stamp)

    assert phrase_kept(scene, WORDS) == (WORDS.saved, *told)
    assert phrase_kept(replace(scene, again=True), WORDS) == (WORDS.saved_again, *told)
