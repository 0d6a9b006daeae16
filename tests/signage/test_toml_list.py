from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Validity
from kiosk.signage.listing import MOST_ITEMS, Listing, ListRefused, Refusal, Wish
from kiosk.signage.toml_list import read_toml_list

BERLIN = ZoneInfo("Europe/Berlin")
FILES = ("1.jpg", "2.jpg", "10.jpg", "2 upright.jpg")


def read(text: str, files: tuple[str, ...] = FILES) -> Listing:
    return read_toml_list(text.encode(), files, BERLIN)


def find(listing: Listing, name: str) -> Wish:
    return next(wish for wish in listing.wishes if wish.name == name)


def test_files_that_it_does_not_name_play_as_well_and_names_give_the_order() -> None:
    listing = read('seconds = 5\n["2.jpg"]\nseconds = 12\nportrait = "2 upright.jpg"\n["3 boots"]\noffer = "o-boots"')
    assert [(wish.name, wish.seconds or wish.usual_seconds) for wish in listing.wishes] == [
        ("1.jpg", 5), ("2.jpg", 12), ("3 boots", 5), ("10.jpg", 5)
    ]  # fmt: skip # one line is easier to compare
    assert (find(listing, "2.jpg").portrait, find(listing, "3 boots").offer) == ("2 upright.jpg", "o-boots")


def test_a_list_of_five_hundred_items_is_read_whole() -> None:
    files = tuple(f"{number}.jpg" for number in range(500))
    listing = read("".join(f'["{name}"]\nweight = 2\n' for name in files), files)
    assert [wish.name for wish in listing.wishes] == list(files)
    assert listing.refusals == ()


def test_all_that_can_be_said_of_an_item() -> None:
    listing = read(
        """
        epoch = 2026-01-01T00:00:00Z
        ["1.jpg"]
        offer = "o"
        weight = 3
        priority = -1
        from = 2026-10-01
        until = 2026-10-31
        dayparts = [{days = ["mon"], from = "09:00", until = "12:00"}]
        """
    )
    wish = find(listing, "1.jpg")
    assert listing.epoch == datetime(2026, 1, 1, tzinfo=UTC)
    assert (wish.offer, wish.weight, wish.priority) == ("o", 3, -1)
    assert wish.dayparts == (Daypart("09:00", "12:00", ("mon",)),)
    # The last day counts whole, though the clock is set back before it begins.
    assert wish.valid == Validity(datetime(2026, 9, 30, 22, tzinfo=UTC), datetime(2026, 10, 31, 23, tzinfo=UTC))


def test_a_text_has_a_title_in_languages_or_in_one_for_all() -> None:
    listing = read('[a]\ntitle = {de = "Hallo", en = "Hello"}\n[b]\ntitle = "Salut"\ntext = "Au premier"', ())
    assert [(wish.title, wish.text) for wish in listing.wishes] == [
        ({"de": "Hallo", "en": "Hello"}, {}),
        ({"und": "Salut"}, {"und": "Au premier"}),
    ]


def test_a_time_of_day_is_the_stores_unless_it_says_otherwise() -> None:
    listing = read('["1.jpg"]\nfrom = 2026-12-24T08:00:00\nuntil = 2026-12-24T08:00:00-05:00')
    expected = Validity(datetime(2026, 12, 24, 7, tzinfo=UTC), datetime(2026, 12, 24, 13, tzinfo=UTC))
    assert find(listing, "1.jpg").valid == expected


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("seconds = 0", "seconds"),
        ("weight = 1000", "weight"),
        ('weight = "much"', "weight"),
        ('from = "soon"', "2026-12-24"),
        ('dayparts = [{from = "9"}]', "no time such as 08:00 or 24:00: `dayparts"),
        ('title = {german = "Hallo"}', "title"),
        ('portrait = ["b.png"]', "portrait"),
    ],
)
def test_an_item_that_is_badly_described_is_left_out_with_its_reason(table: str, reason: str) -> None:
    listing = read(f'["1.jpg"]\n{table}')
    assert [refusal.name for refusal in listing.refusals] == ["1.jpg"]
    assert reason in listing.refusals[0].reason
    assert find(listing, "10.jpg").file == "10.jpg"


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ('["1.jpg"]\nweights = 3\nseconds = 5', "1.jpg: weights", "no such key, did you mean weight?"),
        ('["1.jpg"]\nform = 2026-10-01\nseconds = 5', "1.jpg: form", "no such key, did you mean from?"),
        ('seconds = 5\n["1.jpg"]\ncolour = "red"', "1.jpg: colour", "no such key"),
        ('second = 7\n["1.jpg"]\nseconds = 5', "second", "no such key, did you mean seconds?"),
    ],
)
def test_a_key_that_is_none_is_named_and_put_right_and_the_picture_plays(text: str, name: str, reason: str) -> None:
    listing = read(text)
    assert listing.refusals == (Refusal(name, reason),)
    wish = find(listing, "1.jpg")
    assert (wish.file, wish.seconds or wish.usual_seconds, wish.weight) == ("1.jpg", 5, 1)


def test_of_keys_without_end_only_so_many_are_told() -> None:
    text = "\n".join(f"a{number} = 1" for number in range(MOST_ITEMS + 5))
    assert len(read(text).refusals) == MOST_ITEMS


def test_a_table_that_is_no_file_and_shows_nothing_is_left_out() -> None:
    assert [refusal.name for refusal in read("[gone]\nseconds = 5").refusals] == ["gone"]


@pytest.mark.parametrize("text", ["=", "seconds = 0", "epoch = 7", "a = " + "[" * 5000])
def test_what_cannot_be_read_as_a_whole_is_refused(text: str) -> None:
    with pytest.raises(ListRefused):
        read(text)


def test_a_date_at_the_end_of_the_calendar_is_no_end() -> None:
    assert find(read('["1.jpg"]\nuntil = 9999-12-31'), "1.jpg").valid == Validity()


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(ListRefused):
        read_toml_list(raw, FILES, BERLIN)


def test_a_ticker_is_a_text_that_runs_beside_the_loop() -> None:
    listing = read('[a]\nticker = {de = "Bis 20 Uhr", en = "Until 8"}\ndayparts = [{days = ["sat"]}]', ())
    assert listing.wishes == (
        Wish("a", ticker={"de": "Bis 20 Uhr", "en": "Until 8"}, dayparts=(Daypart(days=("sat",)),)),
    )


@pytest.mark.parametrize("other", ['offer = "o"', 'title = "Hallo"'])
def test_a_ticker_that_is_something_else_as_well_is_refused(other: str) -> None:
    (refusal,) = read(f'[a]\nticker = "Bis 20 Uhr"\n{other}', ()).refusals
    assert refusal.reason == "a ticker is a table of its own: it has neither file nor offer nor title"
