from pathlib import Path

import pytest

from kiosk.app.rooms.enrolment import AdmissionNotKept, keep_admission, make_applicant
from kiosk.errors import SettingRefused
from kiosk.loyalty.admission import Admission, Standing
from kiosk.settings import Settings
from kiosk.settings.enrolled import recall_enrolled
from kiosk.settings.file import read_settings
from tests.doubles.enrolment_desk import IN, EnrolmentDesk
from tests.doubles.settings import make_settings

ADMISSION = Admission("word", "berlin", "door", ("hall",))


def make_fresh(folder: Path, url: str = "http://127.0.0.1:9") -> Settings:
    return read_settings(None, {}, [f"loyalty.url={url}", f"state.dir={folder / 'state'}"])


def test_who_is_let_in_is_itself_at_the_next_start_and_its_token_is_its_owners_alone(tmp_path: Path) -> None:
    told: list[Standing] = []
    with EnrolmentDesk(IN) as desk:
        settings = make_fresh(tmp_path, desk.url)
        assert make_applicant(settings, told.append).look() is None

    after = make_fresh(tmp_path)
    token = tmp_path / "state" / "token"
    assert (after.store.id, after.screen.id, after.screen.zones) == ("berlin", "door", ("hall",))
    assert (token.read_text(), token.stat().st_mode & 0o777) == ("word\n", 0o600)
    assert told == [Standing(is_in=True)]


def test_a_screen_without_zones_is_in_one_of_its_own_name(tmp_path: Path) -> None:
    keep_admission(make_fresh(tmp_path), Admission("word", "berlin", "door", ()))

    enrolled = recall_enrolled(tmp_path / "state")
    assert enrolled
    assert enrolled.zones == ("door",)


@pytest.mark.allow_log("calls this screen door of berlin")
def test_a_screen_that_the_settings_call_otherwise_is_told_so(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    keep_admission(make_settings(tmp_path, f"loyalty.token_file={tmp_path / 'token'}"), ADMISSION)

    assert "set store.id and screen.id to that" in caplog.text
    assert "word" not in caplog.text


def test_a_name_that_no_topic_can_carry_is_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(AdmissionNotKept, match="a name that"):
        keep_admission(make_fresh(tmp_path), Admission("word", "berlin/mitte", "door", ()))

    assert not (tmp_path / "state").exists()


def test_a_state_folder_that_is_none_is_named(tmp_path: Path) -> None:
    settings = make_fresh(tmp_path)
    (tmp_path / "state").touch()

    with pytest.raises(AdmissionNotKept, match=r"state\.dir"):
        keep_admission(settings, ADMISSION)


def test_where_no_token_can_be_kept_none_is_asked_for(tmp_path: Path) -> None:
    for file in ("loyalty.token_file=/proc/none/token", "loyalty.token_file=/proc/token"):
        with pytest.raises(SettingRefused, match=r"loyalty\.token_file"):
            make_applicant(make_settings(tmp_path, file), list[Standing]().append)
    with pytest.raises(SettingRefused, match="must name a place"):
        make_applicant(make_settings(tmp_path), list[Standing]().append)
