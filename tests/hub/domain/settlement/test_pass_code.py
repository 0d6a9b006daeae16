from datetime import timedelta

import pytest

from kiosk.hub.domain.settlement.pass_code import LENGTH, LIFE, draw_lot, is_signed, read_pass, write_pass
from tests.hub.running import NOW

CODE = "K7Q42MFX"


def test_what_is_written_is_read_and_signed_for_its_store_alone() -> None:
    text = write_pass(CODE, "store", "secret", NOW)
    said = read_pass(f" {text.lower()}\n")

    assert said
    assert (said.code, said.until) == (CODE, NOW + LIFE)
    assert is_signed(said, "store", "secret")
    assert not is_signed(said, "another", "secret")
    assert not is_signed(said, "store", "another")


def test_a_pass_that_was_made_to_last_longer_is_not_signed() -> None:
    text = write_pass(CODE, "store", "secret", NOW)
    later = write_pass(CODE, "store", "other", NOW + timedelta(hours=1))
    forged = read_pass(later[:18] + text[18:])

    assert forged
    assert not is_signed(forged, "store", "secret")


@pytest.mark.parametrize(
    "text", ["", "VX", "VX" + "Z" * (LENGTH - 2), "AB" + "0" * (LENGTH - 2), "VX" + "Ü" * (LENGTH - 2)]
)
def test_what_is_no_pass_is_none(text: str) -> None:
    assert read_pass(text) is None


def test_the_lot_falls_on_the_share_and_always_alike() -> None:
    drawn = [draw_lot(f"code-{number}", f"secret-{number}", 0.25) for number in range(400)]

    assert drawn == [draw_lot(f"code-{number}", f"secret-{number}", 0.25) for number in range(400)]
    assert 60 < sum(drawn) < 140
    assert not any(draw_lot(f"code-{number}", "s", 0) for number in range(50))
    assert all(draw_lot(f"code-{number}", "s", 1) for number in range(50))
