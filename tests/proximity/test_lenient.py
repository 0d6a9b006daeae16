import math

import pytest

from kiosk.proximity.lenient import Number, is_absurd, read_number, read_positive, read_rssi, read_word


@pytest.mark.parametrize(("written", "number"), [(1, 1), ("-83", -83), (" 2.5 ", 2.5), ("1e3", 1000), (-0.0, 0)])
def test_a_number_is_read_however_it_is_written(written: Number, number: float) -> None:
    assert read_number(written) == number


@pytest.mark.parametrize(
    "written", ["", None, "near", "nan", math.nan, math.inf, "-inf", "1_0", "\u0661\u0662", "1e999", ".", 10**400]
)
def test_what_is_no_number_is_none(written: Number) -> None:
    assert read_number(written) is None


@pytest.mark.parametrize(("written", "number"), [(0, None), (-0.0, None), (-1, None), ("0.4", 0.4)])
def test_zero_stands_for_nothing_known(written: Number, number: float | None) -> None:
    assert read_positive(written) == number


@pytest.mark.parametrize("written", [0, -0.0, -127, 127, 3, "-127", "", None, 1e300, -1e300])
def test_what_is_no_strength_is_none(written: Number) -> None:
    assert read_rssi(written) is None


@pytest.mark.parametrize(("written", "rssi"), [("-83", "-83"), (-70.4, "-70.4"), (-126.0, "-126")])
def test_a_strength_stays_whole_where_it_is(written: Number, rssi: str) -> None:
    assert str(read_rssi(written)) == rssi


@pytest.mark.parametrize(("written", "absurd"), [(5.8e9, True), (-0.1, True), (0, False), ("50", False), (None, False)])
def test_no_gateway_can_mean_so_far(written: Number, *, absurd: bool) -> None:
    assert is_absurd(written) == absurd


@pytest.mark.parametrize(("payload", "word"), [(b"kitchen", "kitchen"), (b" not_home\r\n", "not_home"), (b"0", "0")])
def test_a_bare_word_is_read(payload: bytes, word: str) -> None:
    assert read_word(payload) == word


@pytest.mark.parametrize("payload", [b"", b"  ", b"\xff", b"{}", b'["a"]', b'"a"', b"a\x00b", b"x" * 64])
def test_what_is_no_bare_word_is_none(payload: bytes) -> None:
    assert read_word(payload) is None
