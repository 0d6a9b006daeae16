import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from builder.pillow import LEFT_OUT, trim_pillow
from PIL import Image

SITE = Path(sysconfig.get_path("purelib"))

needs_binutils = pytest.mark.skipif(not shutil.which("readelf"), reason="binutils is not installed")


@pytest.fixture
def trimmed(tmp_path: Path) -> Path:
    for name in ("PIL", "pillow.libs"):
        shutil.copytree(SITE / name, tmp_path / name)
    trim_pillow(tmp_path)
    return tmp_path


@needs_binutils
def test_what_reads_pictures_stays_and_what_draws_type_goes(trimmed: Path) -> None:
    kinds = {file.name for file in (trimmed / "PIL").glob("*ImagePlugin.py")}
    libraries = {file.name.partition("-")[0] for file in (trimmed / "pillow.libs").iterdir()}

    assert [file for name in LEFT_OUT for file in (trimmed / "PIL").glob(f"{name}.*")] == []
    assert kinds & {"EpsImagePlugin.py", "PsdImagePlugin.py"} == set()
    assert {"libjpeg", "libwebp", "libavif"} <= libraries
    assert libraries & {"libharfbuzz", "libfreetype", "liblcms2"} == set()


@needs_binutils
@pytest.mark.parametrize("kind", ["AVIF", "JPEG", "PNG", "WEBP"])
def test_every_kind_that_is_shown_is_still_read(kind: str, trimmed: Path) -> None:
    picture = trimmed / "picture"
    Image.new("RGB", (8, 8)).save(picture, kind)

    read = (
        "import PIL.Image; picture = PIL.Image.open('picture'); picture.load(); print(picture.format, PIL.__path__[0])"
    )
    told = subprocess.check_output([sys.executable, "-c", read], cwd=trimmed, text=True)  # noqa: S603 # our own command

    assert told.split() == [kind, str(trimmed / "PIL")]
