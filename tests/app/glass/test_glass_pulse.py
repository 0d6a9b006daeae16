import pytest

from kiosk.app.glass.glass_pulse import GlassPulse
from tests.doubles.still_clocks import StillClocks


def test_it_counts_frames_and_knows_when_the_last_one_was() -> None:
    clocks = StillClocks()
    glass = GlassPulse(lambda: clocks.now)
    assert (glass.is_busy, glass.beats, glass.seen_at) == (False, 0, None)
    for clocks.now in (10.0, 20.0):
        glass.note_frame()
    assert (glass.is_busy, glass.beats, glass.seen_at) == (True, 2, 20.0)


def test_a_glass_that_hangs_has_the_log_say_what_each_thread_is_at(capfd: pytest.CaptureFixture[str]) -> None:
    GlassPulse(lambda: 0.0).revive()
    assert "test_a_glass_that_hangs" in capfd.readouterr().err
