import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.daypart import Daypart
from kiosk.contract.offer import Validity
from kiosk.signage.anthias import read_anthias
from kiosk.signage.listing import MOST_ITEMS, Listing, ListRefused

BERLIN = ZoneInfo("Europe/Berlin")
ASSET: dict[str, object] = {
    "asset_id": "4c8dbce552edb5812d3a866cfe5f159d",
    "name": "Autumn",
    "uri": "/data/anthias_assets/4c8dbce5.jpg",
    "start_date": "2026-10-01T00:00:00Z",
    "end_date": "2026-11-01T00:00:00Z",
    "duration": 10,
    "mimetype": "image",
    "is_enabled": True,
    "nocache": False,
    "play_order": 1,
    "skip_asset_check": False,
    "is_active": True,
    "is_processing": False,
}


def read(*assets: object) -> Listing:
    return read_anthias(json.dumps(assets).encode(), BERLIN)


def test_assets_play_in_their_order_with_their_dates() -> None:
    first = ASSET | {"name": "First", "play_order": 0, "uri": "first.png"}
    listing = read(ASSET, first)
    assert [(wish.name, wish.file, wish.seconds) for wish in listing.wishes] == [
        ("First", "first.png", 10),
        ("Autumn", "4c8dbce5.jpg", 10),
    ]
    expected = Validity(datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC))
    assert listing.wishes[1].valid == expected


def test_what_older_versions_write_is_read_as_well() -> None:
    old = ASSET | {"duration": "7", "is_enabled": 1, "is_processing": 0, "start_date": "2026-10-01T00:00:00"}
    (wish,) = read(old).wishes
    assert (wish.seconds, wish.valid.start) == (7, datetime(2026, 9, 30, 22, tzinfo=UTC))


def test_days_and_hours_become_a_daypart() -> None:
    (wish,) = read(ASSET | {"play_days": [1, 7], "play_time_from": "22:00:00", "play_time_to": "02:00:00"}).wishes
    assert wish.dayparts == (Daypart("22:00:00", "02:00:00", ("mon", "sun")),)
    assert read(ASSET | {"play_days": None, "play_time_from": None}).wishes[0].dayparts == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"is_enabled": False}, "switched off"),
        ({"is_processing": True}, "not ready"),
        ({"mimetype": "webpage"}, "web page"),
        ({"mimetype": "streaming"}, "stream"),
        ({"uri": "https://shop.example/a.jpg"}, "network"),
        ({"duration": 0}, "no asset"),
        ({"uri": 7}, "no asset"),
        ({"play_time_from": "9"}, "no asset"),
    ],
)
def test_an_asset_that_cannot_play_is_named_with_its_reason(change: dict[str, object], reason: str) -> None:
    listing = read(ASSET | change, ASSET)
    assert len(listing.wishes) == 1
    assert [reason in refusal.reason for refusal in listing.refusals] == [True]


def test_of_too_many_assets_the_first_are_taken() -> None:
    listing = read(*[ASSET] * (MOST_ITEMS + 5))
    assert (len(listing.wishes), len(listing.refusals)) == (MOST_ITEMS, 1)


@pytest.mark.parametrize("raw", [b"", b"{}", b"\xff", b"[" * 10_000])
def test_what_is_no_list_is_refused(raw: bytes) -> None:
    with pytest.raises(ListRefused):
        read_anthias(raw, BERLIN)


json_values = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=4)


@given(st.lists(st.dictionaries(st.sampled_from([*ASSET, "play_days"]), json_values)))
def test_any_assets_are_read_or_named(assets: list[dict[str, object]]) -> None:
    listing = read(*assets)
    assert len(listing.wishes) + len(listing.refusals) == len(assets)
