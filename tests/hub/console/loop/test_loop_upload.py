from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kiosk.hub.web.body_limit import MOST_IN_MEMORY
from tests.doubles.videos import GREEN, VIOLET
from tests.hub.console.clerk import Clerk
from tests.hub.console.loop.test_loop import LOOP, list_loop, read_playlist


def draw(width: int, height: int) -> bytes:
    target = BytesIO()
    Image.new("RGB", (width, height), "#a8481f").save(target, "PNG")
    return target.getvalue()


def upload(clerk: Clerk, *files: tuple[str, bytes]) -> Any:  # noqa: ANN401 # a response of requests
    chosen = [("files", file) for file in files]
    return clerk.upload(LOOP, chosen, at=f"{LOOP}/upload")  # type: ignore[arg-type] # a list of pairs does as well


def add_picture(clerk: Clerk) -> str:
    """The page of a picture that is in the loop now."""
    upload(clerk, ("Sommer.png", draw(64, 36)))
    return f"{LOOP}/{list_loop(clerk)[4].id}"


def test_several_pictures_lying_or_upright_come_to_the_loops_end(mara: Clerk) -> None:
    page = upload(mara, ("Sommer.png", draw(64, 36)), ("../böse.png", draw(36, 64)))

    assert [item.label for item in list_loop(mara)[4:]] == ["Sommer", "böse"]
    assert "Es ist in der Schleife" in page.text
    told = read_playlist(mara)[4:]
    assert [item["kind"] for item in told] == ["image", "image"]
    assert mara.running.get(told[0]["media"]["url"]).status_code == 200


@pytest.mark.parametrize(("file", "kind", "seconds"), [(GREEN, "video/mp4", 2.0), (VIOLET, "video/webm", 1.2)])
def test_a_video_comes_in_byte_by_byte_with_its_own_length(mara: Clerk, file: Path, kind: str, seconds: float) -> None:
    page = upload(mara, ("Laden.txt", file.read_bytes()))

    told = read_playlist(mara)[4]
    assert (told["kind"], told["seconds"]) == ("video", pytest.approx(seconds, abs=0.05))
    assert f'<video src="{told["media"]["url"]}' in page.text
    fetched = mara.running.get(told["media"]["url"])
    assert (fetched.content, fetched.headers["Content-Type"]) == (file.read_bytes(), kind)


def test_of_several_files_those_that_no_screen_can_show_are_named(mara: Clerk) -> None:
    half = GREEN.read_bytes()[:2000]
    page = upload(mara, ("Gut.png", draw(64, 36)), ("Brief.pdf", b"%PDF"), ("Film.mp4", half))

    assert page.status_code == 400
    assert "Brief: Das ist weder ein Bild noch ein Video" in page.text
    assert "Film: Dieses Video ist unvollständig." in page.text
    assert len(list_loop(mara)) == 5


def test_what_is_larger_than_memory_should_hold_comes_whole(mara: Clerk) -> None:
    picture = draw(64, 36) + bytes(2 * MOST_IN_MEMORY)
    upload(mara, ("Sommer.png", picture))

    assert [item.label for item in list_loop(mara)[4:]] == ["Sommer"]


def test_nothing_chosen_is_said(mara: Clerk) -> None:
    assert "Es war nichts gewählt." in upload(mara).text


def test_an_upright_picture_stands_beside_the_one_that_lies_until_it_is_removed(mara: Clerk) -> None:
    path = add_picture(mara)
    mara.upload(path, {"upright": ("Hoch.png", draw(36, 64))}, at=f"{path}/upright")

    told = read_playlist(mara)[4]
    assert told["media_portrait"]["sha256"] not in (None, told["media"]["sha256"])
    assert told["media_portrait"]["url"] in mara.open(path).text
    mara.fill_in(path, {}, f"{path}/upright")
    assert read_playlist(mara)[4].get("media_portrait") is None


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (draw(64, 36), "Dieses Bild ist breit."),
        (GREEN.read_bytes(), "Zu einem Bild gehört hier ein Bild"),
        (b"%PDF", "weder ein Bild noch ein Video"),
    ],
)
def test_what_cannot_stand_beside_it_is_said_at_its_field(mara: Clerk, file: bytes, said: str) -> None:
    path = add_picture(mara)
    page = mara.upload(path, {"upright": ("Hoch", file)}, at=f"{path}/upright")

    assert (page.status_code, said in page.text) == (400, True)
    assert read_playlist(mara)[4].get("media_portrait") is None


def test_another_stores_item_takes_nothing(mara: Clerk, otto: Clerk) -> None:
    path = add_picture(mara)

    assert otto.upload(LOOP, {"upright": ("Hoch.png", draw(36, 64))}, at=f"{path}/upright").status_code == 404
