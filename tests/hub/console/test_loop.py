from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from kiosk.hub.console.loop import MOST_ITEMS
from kiosk.hub.models.playlist_item import PlaylistItem, list_playlist_items
from kiosk.hub.sample.shop import STORE
from tests.hub.console.clerk import Clerk

LOOP = "/console/loop"


def draw(width: int, height: int) -> bytes:
    target = BytesIO()
    Image.new("RGB", (width, height), "#a8481f").save(target, "PNG")
    return target.getvalue()


def list_loop(clerk: Clerk) -> list[PlaylistItem]:
    with clerk.running.hub.database.read() as session:
        return list_playlist_items(session, STORE)


def read_playlist(clerk: Clerk) -> list[dict[str, Any]]:
    """What the first screen is told."""
    playlist: list[dict[str, Any]] = clerk.running.get(f"/v1/catalogue?store={STORE}&screen=window-1").json()[
        "playlist"
    ]
    return playlist


def upload(clerk: Clerk, *files: tuple[str, bytes]) -> Any:  # noqa: ANN401 # a response of requests
    chosen = [("pictures", file) for file in files]
    return clerk.upload(LOOP, chosen, at=f"{LOOP}/upload")  # type: ignore[arg-type] # a list of pairs does as well


def test_several_pictures_lying_or_upright_come_to_the_loops_end(mara: Clerk) -> None:
    page = upload(mara, ("Sommer.png", draw(64, 36)), ("../böse.png", draw(36, 64)))

    assert [item.label for item in list_loop(mara)[4:]] == ["Sommer", "böse"]
    assert "Es ist in der Schleife" in page.text
    told = read_playlist(mara)[4:]
    assert [item["kind"] for item in told] == ["image", "image"]
    assert mara.running.get(told[0]["media"]["url"]).status_code == 200


def test_of_several_files_those_that_are_no_pictures_are_named(mara: Clerk) -> None:
    page = upload(mara, ("Gut.png", draw(64, 36)), ("Brief.pdf", b"%PDF"))

    assert page.status_code == 400
    assert "Brief: Das ist kein Bild" in page.text
    assert len(list_loop(mara)) == 5


def test_an_offer_and_a_note_are_put_in(mara: Clerk) -> None:
    mara.fill_in(LOOP, {"offer": "o-mug"}, f"{LOOP}/offer")
    page = mara.fill_in(LOOP, {}, f"{LOOP}/text")

    assert [(item["kind"], item["offer"]) for item in read_playlist(mara)[4:]] == [("offer", "o-mug"), ("text", None)]
    assert "Neuer Hinweis" in page.text
    assert mara.fill_in(LOOP, {"offer": "o-nothing"}, f"{LOOP}/offer").status_code == 404


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
