import pytest

from kiosk.screen.sound.speaker import open_speaker

pytestmark = pytest.mark.usefixtures("application")


@pytest.mark.qt_log_ignore("pipewire-0.3")  # it looks for every sound system that there is
def test_a_voice_speaks_and_falls_silent() -> None:
    say = open_speaker(0.5, engine="mock")
    assert say is not None
    say("Guten Tag.", "de")
    say("", "de")


@pytest.mark.qt_log_ignore("no such engine")
def test_a_machine_without_a_voice_has_none() -> None:
    assert open_speaker(0.5, engine="no such engine") is None
