import os
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.contract.offer import MediaRef
from kiosk.loyalty.failure import ApiFailed, Flaw, MediaRefused, Trouble
from kiosk.loyalty.media import LARGEST, Kind, Media


def refer_to(content: bytes) -> MediaRef:
    return MediaRef("/v1/media/a", sha256(content).hexdigest(), len(content))


def send(*chunks: bytes) -> Callable[[str, int], Iterator[bytes]]:
    return lambda _url, _limit: iter(chunks)


def accept(_path: Path, _kind: Kind) -> None:
    """All is well."""


def refuse(_path: Path, _kind: Kind) -> None:
    raise MediaRefused(Flaw.NO_PICTURE)


def break_off(_url: str, _limit: int) -> Iterator[bytes]:
    yield b"half"
    raise ApiFailed(Trouble.HALF_ANSWER)


def list_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def put(media: Media, content: bytes, used_at: float) -> MediaRef:
    ref = refer_to(content)
    media.fetch(ref, "image", send(content), accept)
    path = media.path_of(ref)
    assert path is not None
    os.utime(path, (used_at, used_at))
    return ref


def test_a_file_is_here_once_it_was_fetched_whole(tmp_path: Path) -> None:
    media = Media(tmp_path / "media", 1000)
    ref = refer_to(b"halftone")
    assert media.path_of(ref) is None
    media.fetch(ref, "image", send(b"half", b"tone"), accept)
    path = media.path_of(ref)
    assert path is not None
    assert path.read_bytes() == b"halftone"
    assert list_names(tmp_path / "media") == [ref.sha256]


@pytest.mark.parametrize(
    ("download", "check", "expected"),
    [
        (send(b"pictures"), accept, MediaRefused),
        (send(b"Picture"), accept, MediaRefused),
        (send(b"pic"), accept, MediaRefused),
        (send(b"picture"), refuse, MediaRefused),
        (break_off, accept, ApiFailed),
    ],
)
def test_a_file_that_is_not_as_promised_leaves_nothing(
    tmp_path: Path,
    download: Callable[[str, int], Iterator[bytes]],
    check: Callable[[Path, Kind], None],
    expected: type[Exception],
) -> None:
    media = Media(tmp_path, 1000)
    with pytest.raises(expected):
        media.fetch(refer_to(b"picture"), "image", download, check)
    assert list_names(tmp_path) == []


def test_a_file_that_is_too_large_is_not_even_asked_for(tmp_path: Path) -> None:
    ref = MediaRef("/v1/media/a", "a" * 64, LARGEST["image"] + 1)
    with pytest.raises(MediaRefused) as refusal:
        Media(tmp_path, 10**9).fetch(ref, "image", break_off, accept)
    assert refusal.value.flaw is Flaw.TOO_LARGE


def test_a_disk_that_fails_is_no_room(tmp_path: Path) -> None:
    (tmp_path / "media").write_text("in the way")
    with pytest.raises(MediaRefused) as refusal:
        Media(tmp_path / "media", 1000).fetch(refer_to(b"picture"), "image", send(b"picture"), accept)
    assert refusal.value.flaw is Flaw.NO_ROOM


def test_a_file_that_was_cut_short_on_disk_is_not_here(tmp_path: Path) -> None:
    media = Media(tmp_path, 1000)
    ref = put(media, b"picture", 1)
    (tmp_path / ref.sha256).write_bytes(b"pic")
    assert media.path_of(ref) is None


def test_a_file_that_rots_at_its_size_is_noticed_at_the_next_start_and_once_it_is_refused(tmp_path: Path) -> None:
    media = Media(tmp_path, 1000)
    ref = put(media, b"picture", 1)
    assert media.is_sound(ref)
    (tmp_path / ref.sha256).write_bytes(b"pictura")
    assert not Media(tmp_path, 1000).is_sound(ref)
    media.refuse(ref.sha256)
    assert (media.path_of(ref), media.is_sound(ref)) == (None, False)
    put(media, b"picture", 1)
    assert media.is_sound(ref)


def test_a_sound_file_that_is_refused_is_not_here_and_needs_no_fetching(tmp_path: Path) -> None:
    media = Media(tmp_path, 1000)
    ref = put(media, b"picture", 1)
    media.refuse(ref.sha256)
    assert (media.path_of(ref), media.is_sound(ref)) == (None, True)


def test_the_longest_unused_go_first_when_room_is_needed(tmp_path: Path) -> None:
    media = Media(tmp_path, 20)
    oldest, older, newest = (put(media, bytes([age]) * 6, age) for age in (1, 2, 3))
    media.touch(oldest)
    media.make_room(6, named=())
    assert [media.path_of(ref) is not None for ref in (oldest, older, newest)] == [True, False, True]


def test_what_the_catalogue_names_never_goes(tmp_path: Path) -> None:
    media = Media(tmp_path, 20)
    named, unnamed = put(media, b"a" * 6, 1), put(media, b"b" * 6, 2)
    media.make_room(14, named={named.sha256})
    assert (media.path_of(named) is not None, media.path_of(unnamed)) == (True, None)
    with pytest.raises(MediaRefused) as refusal:
        media.make_room(15, named={named.sha256})
    assert refusal.value.flaw is Flaw.NO_ROOM


def test_what_a_crash_left_goes_too(tmp_path: Path) -> None:
    (tmp_path / ("a" * 64 + ".part")).write_bytes(bytes(15))
    Media(tmp_path, 20).make_room(10, named={"a" * 64})
    assert list_names(tmp_path) == []


def test_a_folder_and_links_that_lead_nowhere_hide_no_file_and_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "lost+found").mkdir()
    for number in range(10):
        (tmp_path / f"link-{number}").symlink_to("nowhere")
        (tmp_path / f"old-{number}").write_bytes(bytes(100))

    Media(tmp_path, 150).make_room(150, ())

    assert list_names(tmp_path) == ["lost+found"]
