import shutil
import sysconfig
from pathlib import Path

import pytest
from builder.libraries import follow_needed, list_needed, strip_modules

needs_binutils = pytest.mark.skipif(not shutil.which("readelf"), reason="binutils is not installed")

QT = Path(sysconfig.get_path("purelib")) / "PySide6/Qt"


@needs_binutils
def test_a_library_says_what_it_asks_for() -> None:
    assert "libQt6Core.so.6" in list_needed(QT / "lib/libQt6Gui.so.6")


@needs_binutils
def test_libraries_are_followed_over_many_steps_and_only_inside_the_folder() -> None:
    names = {file.name for file in follow_needed([QT / "plugins/imageformats/libqsvg.so"], QT / "lib")}

    assert {"libqsvg.so", "libQt6Svg.so.6", "libQt6Gui.so.6", "libQt6Core.so.6"} <= names
    assert "libc.so.6" not in names
    assert "libQt6Quick.so.6" not in names


@needs_binutils
def test_a_stripped_module_asks_for_the_same_and_is_smaller_and_no_library_is_touched(tmp_path: Path) -> None:
    library = Path(shutil.copy(QT / "lib/libavutil.so.59", tmp_path))
    source = next((Path(sysconfig.get_path("purelib")) / "PIL").glob("_imaging.*.so"))
    copy = Path(shutil.copy(source, tmp_path))
    copy.chmod(0o444)
    strip_modules(tmp_path)

    assert copy.stat().st_size < source.stat().st_size
    assert list_needed(copy) == list_needed(source)
    assert library.read_bytes() == (QT / "lib/libavutil.so.59").read_bytes()
