"""A manager drops pictures into a folder: they play, whatever else lies there, and go on when the folder is gone."""

from pathlib import Path

import pytest

from tests.doubles.pictures import draw_picture, make_bomb
from tests.doubles.running_screen import RunningScreen
from tests.stories.conftest import Fitter

HOSTILE = {
    "bomb.png": make_bomb(20_000, 20_000),
    "half.jpg": draw_picture("JPEG", (640, 480))[:-300],
    "lie.png": b"<html><script>fetch('http://evil.example')</script></html>",
    "script.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
    "reach.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='http://evil.example/a.png'/></svg>",
    "lol.svg": b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>",
    "endless.mp4": bytes(2_000_000),
    "empty.jpg": b"",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "loop"
    folder.mkdir()
    (folder / "1.png").write_bytes(draw_picture(colour="red", size=(64, 36)))
    (folder / "playlist.toml").write_text('seconds = 1\n[zz]\ntitle = "Willkommen"\n')
    return folder


@pytest.fixture
def screen(fitter: Fitter, folder: Path) -> RunningScreen:
    return fitter.make({"loop.folder": str(folder), "loop.replaces": True, "nfc.device": "none"})


def await_item(screen: RunningScreen, name: str) -> None:
    screen.await_said("shown", lambda said: bool(said["item"] == f"folder:{name}"), screen.mark())


def test_what_is_dropped_into_the_folder_plays_and_what_is_hostile_is_named(
    screen: RunningScreen, folder: Path
) -> None:
    screen.open()
    await_item(screen, "1.png")
    (folder / "2.png").write_bytes(draw_picture(colour="blue", size=(64, 36)))
    await_item(screen, "2.png")
    await_item(screen, "zz")
    since = screen.mark()
    for name, content in HOSTILE.items():
        (folder / name).write_bytes(content)
    screen.await_fault("loop", "skipped_items", since)
    for name in ("1.png", "2.png", "zz"):
        await_item(screen, name)
    assert [name for name in HOSTILE if f"left out of the loop: {name}: " not in screen.log] == []
    assert screen.end() == 0


def test_a_folder_that_is_gone_at_the_start_plays_as_it_was(screen: RunningScreen, folder: Path) -> None:
    screen.open()
    await_item(screen, "1.png")
    assert screen.end() == 0
    folder.rename(folder.with_name("taken away"))
    since = screen.mark()
    screen.start()
    screen.await_fault("loop", "folder_gone", since)
    await_item(screen, "1.png")
    await_item(screen, "zz")
