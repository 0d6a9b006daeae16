"""Media that mean harm: each is refused with its reason, in bounded memory; nothing is run, fetched or left behind."""

import random
import socket
import tracemalloc
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize

from kiosk.app.rooms.folder_shelf import FolderShelf
from kiosk.loyalty.media import Media
from kiosk.screen.images.pictures import read_picture
from kiosk.signage.media_file import identify_file, phrase_flaw
from tests.doubles.decoders import list_decoders
from tests.doubles.deeds import watch_deeds
from tests.doubles.hostile_media import (
    KINDS,
    PHOTO,
    draw,
    list_broken,
    list_drawings,
    list_mislabelled,
    list_vast,
    refer_elsewhere,
)
from tests.doubles.mounts import cover_glass
from tests.doubles.pictures import draw_picture
from tests.doubles.videos import GREEN, VIOLET

HOSTILE = list_broken() | list_mislabelled() | list_drawings() | list_vast()
DEEDS = ("socket.connect", "socket.getaddrinfo", "socket.bind", "os.exec", "os.system", "os.link", "os.symlink")
MOST_BYTES = 96 * 1024 * 1024
ROUNDS = 25
GLASS = cover_glass(QSize(320, 180))


def is_deed(event: str, arguments: tuple[Any, ...]) -> bool:
    """A process is one unless it is a decoder of our own, which can do nothing but write pictures."""
    is_foreign = event == "subprocess.Popen" and "-m kiosk.screen." not in " ".join(arguments[1])
    return is_foreign or event.startswith(DEEDS)


@contextmanager
def watch() -> Generator[None]:
    """Fail a test in which anything was run or reached for, or that took much memory."""
    tracemalloc.start()
    with watch_deeds(is_deed) as deeds:
        yield
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert deeds == []
    assert most < MOST_BYTES


@pytest.fixture
def media(tmp_path: Path) -> Media:
    return Media(tmp_path / "kept", 10_000_000)


def keep(media: Media, folder: Path, name: str, content: bytes) -> str | None:
    """What the loop's folder says of a file that is dropped into it."""
    path = folder / name
    path.write_bytes(content)
    try:
        return FolderShelf(media).keep(identify_file(path), path)
    except OSError as refused:
        return str(refused)


@pytest.mark.parametrize("name", HOSTILE)
def test_what_means_harm_is_refused_with_its_reason_and_does_nothing(tmp_path: Path, media: Media, name: str) -> None:
    with watch():
        flaw = keep(media, tmp_path, name, HOSTILE[name])
    assert flaw
    assert phrase_flaw(flaw).isprintable()
    assert list((tmp_path / "kept").glob("*")) == []
    assert list_decoders() == []


def test_a_film_whose_pictures_lie_elsewhere_fetches_nothing(tmp_path: Path, media: Media) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        port = server.getsockname()[1]
        with watch():
            flaw = keep(media, tmp_path, "a.mp4", refer_elsewhere(f"http://127.0.0.1:{port}/film.mp4"))
        with pytest.raises(BlockingIOError):
            server.accept()
    assert flaw in {None, "no_frame"}
    assert list_decoders() == []


def _change(content: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, and now and then the end lost."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.choice((len(changed), len(changed), chance.randrange(len(changed))))])


# The decoder grumbles at a file whose end is damaged, and decodes it.
@pytest.mark.qt_log_ignore("Corrupt JPEG data")
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "svg"])
def test_a_picture_that_was_changed_anywhere_is_kept_or_refused_and_borne_by_the_glass(
    tmp_path: Path, media: Media, suffix: str
) -> None:
    shapes = b'<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><rect fill="url(#g)" width="9"/>'
    whole = draw_picture(KINDS[suffix], PHOTO) if suffix in KINDS else draw(shapes)
    chance = random.Random(suffix)  # noqa: S311 # the same at every run
    with watch():
        for number in range(ROUNDS):
            name = f"{number}.{suffix}"
            flaw = keep(media, tmp_path, name, _change(whole, chance))
            assert flaw or read_picture(tmp_path / name, GLASS)


@pytest.mark.parametrize("path", [GREEN, VIOLET], ids=["mp4", "webm"])
def test_a_film_that_was_changed_anywhere_is_kept_or_refused(tmp_path: Path, media: Media, path: Path) -> None:
    chance = random.Random(path.name)  # noqa: S311 # as above
    flaws = [keep(media, tmp_path, path.name, _change(path.read_bytes(), chance)) for _ in range(6)]
    assert all(flaw is None or phrase_flaw(flaw).isprintable() for flaw in flaws)
    assert list_decoders() == []
