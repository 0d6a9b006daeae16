import pytest

from kiosk.doctor.videos import check_videos


def test_where_it_is_installed_videos_play() -> None:
    (finding,) = check_videos()
    assert (finding.level, finding.advice) == ("ok", "")


@pytest.mark.parametrize("load", [("false",), ("/no/such/program",)])
def test_where_a_library_is_missing_it_is_said_which_to_install(load: tuple[str, ...]) -> None:
    (finding,) = check_videos(load)
    assert finding.level == "warn"
    assert "libpulse0" in finding.advice
