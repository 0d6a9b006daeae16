import pytest

from kiosk.bench.screen import Hand, tell
from kiosk.core.effects import AnnounceShown, AnnounceTap, TapOutcome


def test_it_says_what_was_shown_when(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    tell(AnnounceShown("i-1", "o-1", None, "proximity", heard_at=1.0), 1.5)

    assert b'"what":"shown","at":1.5,"since":1.0,"offer":"o-1","reason":"proximity"' in capfdbinary.readouterr().out


def test_it_says_what_a_tap_came_to(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    tell(AnnounceTap("b-1", "o-1", TapOutcome.SAVED, felt_at=1.0), 1.5)

    assert b'"what":"tap","at":1.5,"since":1.0,"offer":"o-1","reason":"saved"' in capfdbinary.readouterr().out


def test_the_hand_opens_a_reader_that_finds_no_card_before_it_holds_one() -> None:
    frontend = Hand().open_reader("tty:bench:double")

    assert frontend.device is not None
    frontend.close()
