import msgspec

from kiosk.contract.check_in import CheckIn
from tests.doubles.taps import make_check_in


def test_a_check_in_goes_as_json_and_comes_back_whole() -> None:
    wire = msgspec.json.encode(make_check_in(1))
    named = {"id", "store", "screen", "credential", "tapped_at", "language", "shopper", "bookmark"}
    assert set(msgspec.json.decode(wire)) == named
    assert msgspec.json.decode(wire, type=CheckIn) == make_check_in(1)
