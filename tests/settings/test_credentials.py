from pathlib import Path

import pytest

from kiosk.settings.credentials import CREDENTIALS
from kiosk.settings.file import read_settings
from kiosk.settings.guide import list_settings
from tests.checks.tree import ROOT

NAMED = ["store.id=berlin", "screen.id=window-1", "screen.zones=home"]
UNIT = ROOT / "packaging/vitrine-appliance/files/usr/lib/systemd/system/vitrine-screen.service"


def lay_all(folder: Path) -> dict[str, str]:
    """Every credential, and the environment that names their folder."""
    for name in CREDENTIALS.values():
        (folder / name).write_text("")
    return {"CREDENTIALS_DIRECTORY": str(folder)}


def test_every_setting_that_names_a_secrets_file_has_a_credential() -> None:
    files = {one.name for one in list_settings() if one.name.endswith("_file")}

    assert set(CREDENTIALS) == files


def test_the_unit_of_a_screen_loads_each_of_them() -> None:
    lines = UNIT.read_text().splitlines()

    assert [line.partition("=")[2] for line in lines if line.startswith("LoadCredential=")] == [*CREDENTIALS.values()]


def test_what_systemd_hands_over_is_where_the_settings_look(tmp_path: Path) -> None:
    settings = read_settings(None, lay_all(tmp_path), NAMED)

    assert settings.store.key_file == tmp_path / "vitrine-store-key"
    assert settings.broker.cert_file == tmp_path / "vitrine-broker-certificate"
    assert settings.loyalty.token_file == tmp_path / "vitrine-screen-token"


def test_a_file_that_the_settings_name_goes_over_it(tmp_path: Path) -> None:
    settings = read_settings(None, lay_all(tmp_path), [*NAMED, "store.key_file=/elsewhere/key"])

    assert settings.store.key_file == Path("/elsewhere/key")


@pytest.mark.parametrize("environ", [{}, {"CREDENTIALS_DIRECTORY": "/nowhere"}], ids=["no systemd", "none loaded"])
def test_what_is_not_handed_over_is_not_looked_for(environ: dict[str, str]) -> None:
    assert read_settings(None, environ, NAMED).store.key_file is None
