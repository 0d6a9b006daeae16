from pathlib import Path

import pytest

from kiosk.errors import FileRefused, SettingRefused
from kiosk.settings.file import read_settings
from kiosk.settings.proximity import Gateway

NEEDED = ("store.id=berlin", "screen.id=window-1", "screen.zones=home,shoes")


def test_the_command_line_goes_over_the_environment_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('[store]\nid = "file"\n[screen]\nid = "file"\nzones = ["file"]\n[nfc]\nside = "below"\n')
    settings = read_settings(file, {"KIOSK_STORE_ID": "env", "KIOSK_SCREEN_ID": "env"}, ["screen.id=set"])
    assert (settings.store.id, settings.screen.id, settings.screen.zones) == ("env", "set", ("file",))
    assert settings.nfc.side == "below"


def test_lists_and_numbers_and_switches_come_from_text() -> None:
    settings = read_settings(None, {}, [*NEEDED, "display.rotation=90", "display.fullscreen=false"])
    assert settings.screen.zones == ("home", "shoes")
    assert (settings.display.rotation, settings.display.fullscreen) == (90, False)


def test_a_list_comes_as_toml_writes_it_too() -> None:
    settings = read_settings(None, {}, [*NEEDED, 'screen.zones=["home", "bags"]'])
    assert settings.screen.zones == ("home", "bags")
    with pytest.raises(SettingRefused, match="is no TOML list"):
        read_settings(None, {}, [*NEEDED, 'screen.zones=["home", bags'])


def test_a_path_in_the_file_is_relative_to_it_and_another_to_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "etc").mkdir()
    file = tmp_path / "etc" / "kiosk.toml"
    file.write_text('[store]\nkey_file = "store.key"\n')
    settings = read_settings(file, {}, [*NEEDED, "loyalty.token_file=token"])
    assert settings.store.key_file == tmp_path / "etc" / "store.key"
    assert settings.loyalty.token_file == tmp_path / "token"


@pytest.mark.parametrize(
    ("override", "name", "why"),
    [
        ("nfc.side=up", "nfc.side", "below, left, right"),
        ("display.rotation=45", "display.rotation", "0, 90, 180, 270"),
        ("loyalty.poll_s=0", "loyalty.poll_s", "from 1 and up to 3600"),
        ("loyalty.poll_s=often", "loyalty.poll_s", "a number"),
        ("broker.url=http://x", "broker.url", "mqtt"),
        ("broker.url=mqtt://x\n", "broker.url", "mqtt"),
        ("nfc.device=none\n", "nfc.device", "none"),
        ("store.time_zone=Mars/Base", "store.time_zone", "Europe/Berlin"),
        ("store.time_zone=../../etc/passwd", "store.time_zone", "Europe/Berlin"),
        ("screen.zones=", "screen.zones", "list"),
        ("display.colour=red", "display.colour", "no such setting"),
        ("nfc.devise=usb", "nfc.devise", "did you mean nfc.device"),
        ("nfc.device", "nfc.device", "name=value"),
    ],
)
def test_a_wrong_setting_is_refused_by_name_with_what_is_allowed(override: str, name: str, why: str) -> None:
    with pytest.raises(SettingRefused, match=why) as refusal:
        read_settings(None, {}, [*NEEDED, override])
    assert refusal.value.name == name


@pytest.mark.parametrize("text", ["", " "])
@pytest.mark.parametrize(("section", "key"), [("loop", "folder"), ("store", "key_file"), ("theme", "dir")])
def test_an_empty_path_is_refused_wherever_it_stands_and_never_the_current_folder(
    tmp_path: Path, section: str, key: str, text: str
) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'[{section}]\n{key} = "{text}"\n')
    why = f"{section}.{key}: is empty; leave it out for none"
    with pytest.raises(SettingRefused, match=why):
        read_settings(file, {}, NEEDED)
    with pytest.raises(SettingRefused, match=why):
        read_settings(None, {f"KIOSK_{section}_{key}".upper(): text}, NEEDED)
    with pytest.raises(SettingRefused, match=why):
        read_settings(None, {}, [*NEEDED, f"{section}.{key}={text}"])


@pytest.mark.parametrize("missing", ["store.id", "screen.id", "screen.zones"])
def test_a_missing_setting_is_asked_for_by_name(missing: str) -> None:
    given = [override for override in NEEDED if not override.startswith(missing)]
    with pytest.raises(SettingRefused, match=missing):
        read_settings(None, {}, given)


def test_who_names_no_file_is_told_how_to_write_one() -> None:
    how = "write a file with `kiosk settings > kiosk.toml`, set store.id, screen.id, screen.zones in it"
    with pytest.raises(SettingRefused, match=how):
        read_settings(None, {})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[store", "not TOML"),
        pytest.param("a = " + "[" * 5000, "not TOML", id="nested without end"),
        pytest.param("a = " + "9" * 5000, "not TOML", id="digits without end"),
        ('[store]\nid = "a"\nbogus = 1\n', "bogus: is not known"),
        ('store = "a"\n', "store"),
        ("[shop]\n", "shop"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(text)
    with pytest.raises((FileRefused, SettingRefused), match=why):
        read_settings(file, {}, NEEDED)


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"nowhere\.toml cannot be read"):
        read_settings(tmp_path / "nowhere.toml", {})


def test_a_home_of_somebody_unknown_stays_as_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('broker.ca_file = "~nobody-here/ca.pem"\n')
    settings = read_settings(file, {"KIOSK_STATE_DIR": "~nobody-here/state"}, NEEDED)
    assert settings.broker.ca_file == tmp_path / "~nobody-here/ca.pem"
    assert settings.state.dir == Path("~nobody-here/state").absolute()


def test_a_misspelt_variable_is_refused_and_put_right() -> None:
    with pytest.raises(SettingRefused, match="did you mean KIOSK_NFC_DEVICE"):
        read_settings(None, {"KIOSK_NFC_DEVISE": "usb"}, NEEDED)


def test_a_table_may_stand_in_one_line() -> None:
    settings = read_settings(None, {}, [*NEEDED, 'proximity.gateways={shelf = {zone = "shoes", offset_db = -3}}'])
    assert settings.proximity.gateways == {"shelf": Gateway("shoes", -3)}


@pytest.mark.parametrize("table", ["shelf", "{shelf = 3}", "{shelf = {zone = 3}}", "{shelf = {offset_db = 99}}"])
def test_what_is_no_such_table_is_refused_with_what_is_allowed(table: str) -> None:
    with pytest.raises(SettingRefused, match=r"proximity\.gateways.* with zone or offset_db"):
        read_settings(None, {}, [*NEEDED, f"proximity.gateways={table}"])
