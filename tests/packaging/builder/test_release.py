import shutil
import sys
from pathlib import Path

import pytest
from builder.release import Release, read_release

needs_dpkg = pytest.mark.skipif(not shutil.which("dpkg"), reason="dpkg is not installed")


@needs_dpkg
def test_the_release_is_read_with_or_without_quotes(tmp_path: Path) -> None:
    for number, text in (("12", 'NAME="Debian"\nVERSION_ID="12"\n'), ("13", "\nVERSION_ID=13\n")):
        (tmp_path / "os-release").write_text(text)
        release = read_release(tmp_path / "os-release")
        assert release.number == number
        assert release.python == f"3.{sys.version_info.minor}"


def test_a_package_for_one_python_is_not_for_the_next() -> None:
    assert Release("12", "amd64", "3.11").next_python == "3.12"
