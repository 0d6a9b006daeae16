import shutil
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from kiosk.hub.console.loop.video_file import NoRoom, keep_video
from tests.doubles.videos import GREEN, VIOLET


def make_endless(folder: Path) -> Path:
    """A video with room for more than its disk has, in a file that takes next to none of it."""
    rest = shutil.disk_usage(folder).free
    path = folder / "endless"
    content = GREEN.read_bytes() + (1).to_bytes(4) + b"mdat" + (16 + rest).to_bytes(8)
    with path.open("wb") as file:
        file.write(content)
        file.truncate(len(content) + rest)
    return path


@pytest.mark.parametrize("source", [GREEN, VIOLET])
def test_a_video_is_kept_as_it_is_under_a_name_of_its_hash(source: Path, tmp_path: Path) -> None:
    content = source.read_bytes()
    video = keep_video(BytesIO(content), tmp_path / "media", "loop")

    digest = sha256(content).hexdigest()
    assert (video.name, video.sha256, video.bytes) == (f"loop.{digest[:12]}{source.suffix}", digest, len(content))
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "media").iterdir()] == [(video.name, content)]


def test_what_would_fill_the_disk_is_not_begun(tmp_path: Path) -> None:
    with make_endless(tmp_path).open("rb") as file, pytest.raises(NoRoom):
        keep_video(file, tmp_path / "media", "loop")

    assert list((tmp_path / "media").iterdir()) == []
