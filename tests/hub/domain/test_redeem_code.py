import pytest

from kiosk.hub.domain.redeem_code import format_code, make_code, read_code


def test_a_code_has_eight_signs_that_nobody_mistakes() -> None:
    codes = {make_code(f"secret {number}") for number in range(1_000)}

    assert {len(code) for code in codes} == {8}
    assert set("".join(codes)) == set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    assert len(codes) == 1_000


def test_it_follows_from_the_secret_alone() -> None:
    assert make_code("secret") == make_code("secret") != make_code("another")


def test_it_is_written_in_two_parts() -> None:
    assert format_code("K7Q42MFX") == "K7Q4 2MFX"


@pytest.mark.parametrize("typed", ["K7Q4 10FX", "k7q410fx", " K7Q4-1OFX ", "k7q4 iofx", "k7q4 lofx"])
def test_it_is_read_however_it_was_typed(typed: str) -> None:
    assert read_code(typed) == "K7Q410FX"
