import shutil
import sysconfig
from pathlib import Path

import pytest
from builder.pillow import LEFT_OUT, trim_pillow

SITE = Path(sysconfig.get_path("purelib"))

needs_binutils = pytest.mark.skipif(not shutil.which("readelf"), reason="binutils is not installed")


@needs_binutils
def test_what_reads_pictures_stays_and_what_draws_type_goes(tmp_path: Path) -> None:
    for name in ("PIL", "pillow.libs"):
        shutil.copytree(SITE / name, tmp_path / name)
    trim_pillow(tmp_path)
    libraries = {file.name.partition("-")[0] for file in (tmp_path / "pillow.libs").iterdir()}

    assert [file for name in LEFT_OUT for file in (tmp_path / "PIL").glob(f"{name}.*")] == []
    assert {"libjpeg", "libwebp", "libavif"} <= libraries
    assert libraries & {"libharfbuzz", "libfreetype", "liblcms2"} == set()
