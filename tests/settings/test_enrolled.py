from pathlib import Path

import pytest

from kiosk.errors import SettingRefused
from kiosk.settings import Settings
from kiosk.settings.enrolled import FILE_NAME, NOT_ENROLLED, Enrolled, awaits_enrolment, keep_enrolled
from kiosk.settings.file import read_settings

API = "loyalty.url=https://hub.example"
WHO = Enrolled("berlin", "door", ("hall", "shoes"))


def read(state: Path, *overrides: str) -> Settings:
    return read_settings(None, {}, [f"state.dir={state}", *overrides])


def test_a_fresh_box_needs_no_more_than_the_address_of_the_api_and_awaits_its_enrolment(tmp_path: Path) -> None:
    settings = read(tmp_path, API)

    assert (settings.store.id, settings.screen.id) == (NOT_ENROLLED, NOT_ENROLLED)
    assert settings.loyalty.token_file == tmp_path / "token"
    assert awaits_enrolment(settings)


def test_who_was_let_in_is_who_the_api_said(tmp_path: Path) -> None:
    keep_enrolled(tmp_path, WHO)
    (tmp_path / "token").write_text("word\n")

    settings = read(tmp_path, API)

    assert Enrolled(settings.store.id, settings.screen.id, settings.screen.zones) == WHO
    assert not awaits_enrolment(settings)


def test_zones_and_token_file_of_the_settings_stand_over_what_the_api_said(tmp_path: Path) -> None:
    keep_enrolled(tmp_path, WHO)

    settings = read(tmp_path, API, "screen.zones=window", f"loyalty.token_file={tmp_path / 'other'}")

    assert (settings.screen.zones, settings.loyalty.token_file) == (("window",), tmp_path / "other")


def test_the_state_folder_of_a_file_is_found_beside_it(tmp_path: Path) -> None:
    keep_enrolled(tmp_path / "state", WHO)
    file = tmp_path / "kiosk.toml"
    file.write_text('state.dir = "state"\nloyalty.url = "https://hub.example"\n')

    settings = read_settings(file, {})

    assert settings.screen.id == "door"
    assert settings.loyalty.token_file == tmp_path / "state" / "token"


@pytest.mark.parametrize("overrides", [(), ("screen.id=door", API)])
def test_who_names_half_of_it_or_no_api_is_told_what_is_missing(tmp_path: Path, overrides: tuple[str, ...]) -> None:
    with pytest.raises(SettingRefused, match="is missing"):
        read(tmp_path, *overrides)


def test_what_was_kept_and_is_damaged_is_asked_for_anew(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("word\n")
    (tmp_path / FILE_NAME).write_text("{")

    assert awaits_enrolment(read(tmp_path, API))


@pytest.mark.parametrize(("content", "awaits"), [(None, True), ("", True), ("\n", True), ("word\n", False)])
def test_a_screen_that_is_named_awaits_its_enrolment_while_its_token_file_is_empty(
    tmp_path: Path, content: str | None, *, awaits: bool
) -> None:
    if content is not None:
        (tmp_path / "t").write_text(content)
    named = ("store.id=berlin", "screen.id=door", "screen.zones=hall", f"loyalty.token_file={tmp_path / 't'}")

    assert awaits_enrolment(read(tmp_path, *named)) is awaits


def test_an_api_that_wants_no_token_is_asked_without_one(tmp_path: Path) -> None:
    assert not awaits_enrolment(read(tmp_path, "store.id=berlin", "screen.id=door", "screen.zones=hall", API))


def test_a_token_that_cannot_be_read_is_no_reason_to_ask_for_another(tmp_path: Path) -> None:
    named = ("store.id=berlin", "screen.id=door", "screen.zones=hall", f"loyalty.token_file={tmp_path}")

    assert not awaits_enrolment(read(tmp_path, *named))


@pytest.mark.parametrize("overrides", ["store.id = 1", "store = 1"])
def test_odd_settings_are_refused_as_ever(tmp_path: Path, overrides: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'{overrides}\nloyalty.url = "https://hub.example"\nstate.dir = 5\n')

    with pytest.raises(SettingRefused):
        read_settings(file, {})
