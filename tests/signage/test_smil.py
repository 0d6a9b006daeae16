from contextlib import suppress
from datetime import UTC, datetime
from xml.sax.saxutils import quoteattr
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.offer import Validity
from kiosk.signage.listing import MOST_ITEMS, Listing, ListRefused
from kiosk.signage.smil import read_smil

BERLIN = ZoneInfo("Europe/Berlin")


def read(body: str) -> Listing:
    head = '<head><layout><region xml:id="main"/></layout></head>'
    smil = f'<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0">{head}<body>{body}</body></smil>'
    return read_smil(smil.encode(), BERLIN)


def list_plays(body: str) -> list[tuple[str, float | None]]:
    return [(wish.name, wish.seconds) for wish in read(body).wishes]


def list_refused(body: str) -> list[tuple[str, str]]:
    return [(refusal.name, refusal.reason) for refusal in read(body).refusals]


def test_pictures_play_in_their_order() -> None:
    body = """
        <par><seq repeatCount="indefinite">
            <img src="media/a.jpg" region="main" dur="10s"/>
            <par><img src="b%20c.png" dur="00:01:30"><param name="x" value="y"/></img></par>
            <video src="film.mp4" dur="1.5min"/><video src="own.mp4"/>
        </seq></par>
    """
    assert list_plays(body) == [("a.jpg", 10), ("b c.png", 90), ("film.mp4", 90), ("own.mp4", None)]


@pytest.mark.parametrize(
    ("dur", "seconds"),
    [("8s", 8), ("1500ms", 1.5), ("7", 7), ("01:30", 90), ("0.5h", 1800), ("1:00:00", 3600), ("2.5", 2.5)],
)
def test_a_duration_is_a_clock_value(dur: str, seconds: float) -> None:
    assert list_plays(f'<img src="a.jpg" dur="{dur}"/>') == [("a.jpg", seconds)]


def test_repetitions_are_played() -> None:
    body = '<seq repeatCount="2"><img src="a.jpg"/><img src="b.jpg" repeatCount="3" dur="2s"/></seq>'
    assert list_plays(body) == [("a.jpg", 8), ("b.jpg", 6)] * 2


def test_a_wall_clock_bounds_an_item_and_without_an_offset_it_is_the_stores() -> None:
    listing = read('<img src="a.jpg" begin="wallclock(2026-12-01T09:00:00Z)" end="wallclock(2026-12-24)"/>')
    expected = Validity(datetime(2026, 12, 1, 9, tzinfo=UTC), datetime(2026, 12, 23, 23, tzinfo=UTC))
    assert listing.wishes[0].valid == expected


def test_what_is_not_understood_is_named_and_the_rest_plays() -> None:
    body = """
        <audio src="song.mp3"/><excl><img src="never.jpg"/></excl>
        <img src="side.jpg" region="side"/><img src="http://evil.example/a.jpg"/><img dur="3s"/>
        <img src="long.jpg" dur="2h"/><img src="odd.jpg" dur="soon"/><img src="late.jpg" begin="click"/>
        <seq begin="5s"><img src="inner.jpg"/></seq>
        <img src="good.jpg"/>
    """
    assert list_plays(body) == [("good.jpg", 8)]
    names = [name for name, _ in list_refused(body)]
    assert names == [
        "<audio>", "<excl>", "side.jpg", "http://evil.example/a.jpg", "<img>",
        "long.jpg", "odd.jpg", "late.jpg", "<seq>",
    ]  # fmt: skip # two lines are easier to compare


def test_a_list_without_end_is_cut() -> None:
    listing = read('<seq repeatCount="999999"><img src="a.jpg"/></seq>')
    assert (len(listing.wishes), len(listing.refusals)) == (MOST_ITEMS, 1)


@pytest.mark.timeout(60)  # counted one by one they would take for ever
def test_repetitions_of_repetitions_of_nothing_have_an_end() -> None:
    assert read('<seq repeatCount="999999">' * 90 + "<area/>" + "</seq>" * 90) == Listing()
    assert len(read('<seq repeatCount="999999">' * 90 + '<img src="a"/>' + "</seq>" * 90).wishes) == MOST_ITEMS


@pytest.mark.parametrize("raw", [b"", b"<smil/>", b"<html><body/></html>", b"<!DOCTYPE smil><smil><body/></smil>"])
def test_what_is_no_playlist_is_refused(raw: bytes) -> None:
    with pytest.raises(ListRefused):
        read_smil(raw, BERLIN)


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_any_attributes_are_read_or_refused(source: str, duration: str, begin: str) -> None:
    with suppress(ListRefused):
        read(f"<img src={quoteattr(source)} dur={quoteattr(duration)} begin={quoteattr(begin)}/>")
