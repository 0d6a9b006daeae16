from kiosk.contract.bookmark import StampCount
from kiosk.contract.playlist import Item
from kiosk.places import find_shipped
from kiosk.screen.text.sayings import find_saying, phrase_stamps
from kiosk.theming.package import read_theme

WORDS = read_theme(find_shipped("themes") / "daylight").words["de"]


def test_stamps_are_counted_until_the_card_is_full() -> None:
    assert phrase_stamps(StampCount(2, 3), WORDS) == "2 von 3 Stempeln"
    assert phrase_stamps(StampCount(3, 3), WORDS) == WORDS.stamps_full


def test_an_item_speaks_for_itself_and_the_theme_where_there_is_none() -> None:
    item = Item("t", "text", title={"de": "Sonntags"}, text={"de": "13 bis 18 Uhr"})

    assert find_saying(item, "de", WORDS) == ("Sonntags", "13 bis 18 Uhr")
    assert find_saying(None, "de", WORDS) == (WORDS.standby, WORDS.standby_line)
