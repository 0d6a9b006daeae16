import subprocess
import sys
from pathlib import Path

from kiosk.places import PYTHON, find_shipped, tell_install, tell_missing


def test_a_checkout_finds_its_own_folders() -> None:
    assert (find_shipped("kiosk") / "places.py").is_file()


def test_what_is_not_beside_the_package_is_looked_for_where_it_would_be_installed() -> None:
    assert find_shipped("nothing-of-the-kind").parts[-3:] == ("share", "vitrine-kiosk", "nothing-of-the-kind")


def test_an_extra_is_installed_for_the_python_that_runs() -> None:
    assert tell_install("themes") == f"install the extra with `{sys.executable} -m pip install 'vitrine-kiosk[themes]'`"


def test_what_is_missing_is_named_with_what_brings_it() -> None:
    missing = ModuleNotFoundError(name="fastapi")
    assert tell_missing(missing, "hub") == f"fastapi is not installed: {tell_install('hub')}"


def test_what_runs_beside_the_program_takes_no_module_from_where_one_stands(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('hijacked')")

    subprocess.run((*PYTHON, "-c", "import json"), cwd=tmp_path, check=True)  # noqa: S603 # Python itself
