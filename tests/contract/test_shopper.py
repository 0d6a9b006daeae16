import msgspec
import pytest

from kiosk.contract.shopper import Shopper


def test_of_a_shopper_told_by_an_older_server_neither_visits_nor_interests_are_known() -> None:
    shopper = msgspec.json.decode(b'{"key": "s_1", "segments": ["outdoor"]}', type=Shopper)

    assert (shopper.visits, shopper.interests) == (None, None)


def test_visits_and_interests_are_read() -> None:
    shopper = msgspec.json.decode(b'{"key": "s_1", "visits": 3, "interests": {"shoes": 0.7}}', type=Shopper)

    assert (shopper.visits, shopper.interests) == (3, {"shoes": 0.7})


@pytest.mark.parametrize(
    "member",
    [
        b'"visits": -1',
        b'"visits": 1.5',
        b'"interests": {"shoes": 1.1}',
        b'"interests": {"": 0.1}',
        b'"interests": {%s}' % b",".join(b'"%d": 0.1' % number for number in range(257)),
    ],
)
def test_absurd_figures_are_refused(member: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"key": "s_1", %s}' % member, type=Shopper)
