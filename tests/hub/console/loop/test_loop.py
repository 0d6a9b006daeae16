from typing import Any

import pytest

from kiosk.hub.console.loop.loop import MOST_ITEMS
from kiosk.hub.models.catalogue.playlist_item import PlaylistItem, list_playlist_items
from kiosk.hub.sample.shop import STORE
from tests.hub.console.clerk import Clerk

LOOP = "/console/loop"


def list_loop(clerk: Clerk) -> list[PlaylistItem]:
    with clerk.running.hub.database.read() as session:
        return list_playlist_items(session, STORE)


def _read_catalogue(clerk: Clerk) -> dict[str, Any]:
    catalogue: dict[str, Any] = clerk.running.get(f"/v1/catalogue?store={STORE}&screen=window-1").json()
    return catalogue


def read_playlist(clerk: Clerk) -> list[dict[str, Any]]:
    """What the first screen is told."""
    playlist: list[dict[str, Any]] = _read_catalogue(clerk)["playlist"]
    return playlist


def read_epoch(clerk: Clerk) -> str | None:
    """When its round began, as it is told."""
    epoch: str | None = _read_catalogue(clerk)["playlist_epoch"]
    return epoch


def test_an_offer_and_a_note_are_put_in(mara: Clerk) -> None:
    mara.fill_in(LOOP, {"offer": "o-mug"}, f"{LOOP}/offer")
    page = mara.fill_in(LOOP, {}, f"{LOOP}/text")

    assert [(item["kind"], item["offer"]) for item in read_playlist(mara)[4:]] == [("offer", "o-mug"), ("text", None)]
    assert "Neuer Hinweis" in page.text
    assert mara.fill_in(LOOP, {"offer": "o-nothing"}, f"{LOOP}/offer").status_code == 404


def test_a_line_of_the_ticker_is_put_in(mara: Clerk) -> None:
    page = mara.fill_in(LOOP, {"kind": "ticker"}, f"{LOOP}/text")

    told = read_playlist(mara)[4]
    assert (told["kind"], told["title"]) == ("ticker", {"de": "Neue Zeile"})
    assert [name for name in ('name="seconds"', 'name="text_de"', 'name="weight"') if name in page.text] == []


def test_screens_are_told_when_their_round_began_until_each_plays_by_itself(mara: Clerk) -> None:
    page = mara.fill_in(LOOP, {"epoch": "2026-11-22T09:00"}, f"{LOOP}/epoch")
    assert ('value="2026-11-22T09:00"' in page.text, read_epoch(mara)) == (True, "2026-11-22T08:00:00Z")

    mara.fill_in(LOOP, {"epoch": ""}, f"{LOOP}/epoch")
    assert read_epoch(mara) is None


def test_a_round_that_begins_at_no_time_is_refused(mara: Clerk) -> None:
    page = mara.fill_in(LOOP, {"epoch": "bald"}, f"{LOOP}/epoch")

    assert (page.status_code, "Das ist kein Zeitpunkt" in page.text, read_epoch(mara)) == (400, True, None)


@pytest.mark.parametrize(
    ("fields", "order"),
    [
        ({"items": ["p-watch", "p-vase"]}, ["watch", "vase", "candle", "knits"]),
        ({"up": "p-knits"}, ["vase", "knits", "candle", "watch"]),
        ({"down": "p-vase"}, ["candle", "vase", "knits", "watch"]),
        ({"up": "p-vase"}, ["vase", "candle", "knits", "watch"]),
        ({"down": "p-nowhere"}, ["vase", "candle", "knits", "watch"]),
    ],
)
def test_the_order_is_changed_by_dragging_and_by_keys(mara: Clerk, fields: dict[str, object], order: list[str]) -> None:
    ids = [f"p-{name}" for name in ("vase", "candle", "knits", "watch")]
    mara.fill_in(LOOP, {"items": ids, **fields}, f"{LOOP}/order")

    assert [item["id"] for item in read_playlist(mara)] == [f"p-{name}" for name in order]


def test_a_loop_has_an_end(mara: Clerk) -> None:
    with mara.running.hub.database.write() as session:
        session.add_all(
            PlaylistItem(id=f"p-{number}", store_id=STORE, place=number, kind="text", title={"de": "x"})
            for number in range(MOST_ITEMS)
        )
    page = mara.fill_in(LOOP, {}, f"{LOOP}/text")

    assert (page.status_code, "Die Schleife ist voll" in page.text) == (409, True)


def test_staff_see_the_loop_but_no_way_to_change_it(sam: Clerk) -> None:
    page = sam.open(LOOP).text

    assert "Vase Rille" in page
    assert [word for word in ("/upload", 'draggable="true"', "Hinweis schreiben") if word in page] == []


def test_another_stores_loop_is_empty(otto: Clerk) -> None:
    assert "Noch nichts darin." in otto.open(LOOP).text
