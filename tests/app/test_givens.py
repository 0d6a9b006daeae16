from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.app.givens import gather_givens
from kiosk.contract.offer import MediaRef
from kiosk.errors import SettingRefused
from kiosk.fleet.status import Clocks, Status
from tests.doubles.settings import make_settings


def make_status() -> Status:
    return Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: datetime(2026, 1, 1, tzinfo=UTC)))


def test_a_first_start_knows_nothing_and_is_well(tmp_path: Path) -> None:
    status = make_status()
    givens = gather_givens(make_settings(tmp_path), status)
    assert (givens.remembered.catalogue, givens.remembered.shoppers, status.compose().faults) == (None, {}, [])


def test_secrets_do_not_show_when_it_is_printed(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("ab" * 32)
    (tmp_path / "token").write_text("tok-secret")
    settings = make_settings(tmp_path, f"store.key_file={tmp_path / 'key'}", f"loyalty.token_file={tmp_path / 'token'}")
    givens = gather_givens(settings, make_status())
    assert givens.token == "tok-secret"  # noqa: S105 # a test's token
    assert "tok-secret" not in repr(givens)
    assert repr(givens.key) not in repr(givens)


def test_a_wrong_file_is_refused_before_anything_is_shown(tmp_path: Path) -> None:
    with pytest.raises(SettingRefused, match=r"store\.key_file"):
        gather_givens(make_settings(tmp_path, f"store.key_file={tmp_path / 'none'}"), make_status())


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ("screen.zones=home/#", r"screen\.zones"),
        ("proximity.gateways={'shelf/+' = {zone = 'home'}}", r"screen\.zones"),
        ("proximity.profile=generic", r"mapping\.topic"),
        ("proximity.topics=espresense/#", r"proximity\.topics"),
    ],
)
def test_what_would_stop_the_ears_after_the_first_frame_is_refused_before_it(
    tmp_path: Path, wrong: str, name: str
) -> None:
    with pytest.raises(SettingRefused, match=name):
        gather_givens(make_settings(tmp_path, wrong), make_status())


def test_a_picture_of_the_catalogue_or_of_the_folder_is_found_until_it_is_refused(tmp_path: Path) -> None:
    givens = gather_givens(make_settings(tmp_path), make_status())
    for folder in ("media", "loop"):
        path = tmp_path / "state" / folder / ("a" * 64)
        path.parent.mkdir(parents=True)
        path.write_bytes(b"1")
        ref = MediaRef("a.jpg", "a" * 64, 1)
        assert givens.find_file(ref) == path
        path.unlink()
    path.write_bytes(b"1")
    givens.refuse_file("a" * 64)
    assert givens.find_file(ref) is None
