from hashlib import sha256
from pathlib import Path

import pytest

from kiosk import settings
from kiosk.app.theme.choice import ChosenTheme, ThemeFile
from kiosk.app.theme.packages import PackageFolder
from kiosk.app.theme.worn import find_worn
from kiosk.fleet.command import ThemePackage
from kiosk.theming.bundle_reader import open_bundle
from kiosk.theming.packing import pack_bundle
from tests.doubles.themes import ACCENT, write_theme

WANTED = settings.Theme("market")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The package of a theme that was chosen last."""
    content = pack_bundle(open_bundle(write_theme(tmp_path / "dusk", ACCENT), []))
    packages = {"dusk": ThemePackage(sha256(content).hexdigest(), len(content))}
    folder = PackageFolder(tmp_path / "state")
    folder.fetch(packages, {}, lambda _url, _size: iter([content]))
    ThemeFile(tmp_path / "state").save(ChosenTheme("dusk", packages=packages))
    return folder.find(packages)["dusk"]


def test_where_nothing_was_chosen_the_settings_have_their_way(tmp_path: Path) -> None:
    worn = find_worn(WANTED, tmp_path / "state")

    assert (worn.theme.name, worn.chosen_by, worn.fault) == ("market", "the settings", None)


@pytest.mark.usefixtures("kept")
def test_what_was_chosen_last_is_worn_again(tmp_path: Path) -> None:
    worn = find_worn(WANTED, tmp_path / "state")

    assert (worn.theme.name, worn.chosen_by, worn.fault) == ("dusk", "the fleet", None)


def test_what_rotted_on_the_disk_is_not_worn_but_the_theme_of_the_settings(tmp_path: Path, kept: Path) -> None:
    kept.write_bytes(bytes(kept.stat().st_size))
    worn = find_worn(WANTED, tmp_path / "state")

    assert (worn.theme.name, worn.fault) == ("market", "not_fetched")
    assert worn.refusal == "dusk: its package is damaged, or gone"


def test_what_is_on_no_shelf_is_named_and_stood_in_for(tmp_path: Path) -> None:
    worn = find_worn(settings.Theme("midnight"), tmp_path)

    assert (worn.theme.name, worn.chosen_by, worn.fault) == ("daylight", "the settings", "refused")
