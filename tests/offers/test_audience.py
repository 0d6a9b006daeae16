import pytest

from kiosk.contract.offer import Audience
from kiosk.contract.shopper import PROXIMITY, Shopper
from kiosk.offers.audience import is_open, list_keys, reaches
from tests.doubles.shop_floor import make_shopper

EVERYBODY = Audience()


@pytest.mark.parametrize(
    ("audience", "segments", "is_reached"),
    [
        (EVERYBODY, (), True),
        (Audience(all=("a", "b")), ("a", "b", "c"), True),
        (Audience(all=("a", "b")), ("a",), False),
        (Audience(any=("a", "b")), ("b",), True),
        (Audience(any=("a", "b")), ("c",), False),
        (Audience(none=("staff",)), ("a",), True),
        (Audience(none=("staff",)), ("staff",), False),
        (Audience(all=("a",), none=("staff",)), ("a", "staff"), False),
    ],
)
def test_an_audience_reaches_by_segments(audience: Audience, segments: tuple[str, ...], is_reached: bool) -> None:  # noqa: FBT001 # a table's column
    assert reaches(audience, make_shopper("s", *segments)) is is_reached


@pytest.mark.parametrize("audience", [Audience(all=("a",)), Audience(any=("a",)), Audience(none=("a",))])
def test_of_somebody_unknown_nothing_is_assumed(audience: Audience) -> None:
    assert not reaches(audience, None)
    assert reaches(EVERYBODY, None)
    assert not is_open(audience)


def test_without_consent_to_personal_offers_segments_count_for_nothing() -> None:
    shopper = Shopper("s", segments=frozenset({"a"}), consents=frozenset({PROXIMITY}))
    assert not reaches(Audience(all=("a",)), shopper)
    assert reaches(EVERYBODY, shopper)


@pytest.mark.parametrize(
    ("audience", "keys"),
    [
        (Audience(all=("a", "b"), any=("c",)), ("a",)),
        (Audience(any=("c", "d")), ("c", "d")),
        (Audience(none=("x",)), (None,)),
        (EVERYBODY, (None,)),
    ],
)
def test_an_offer_is_filed_where_everyone_whom_it_reaches_looks(
    audience: Audience, keys: tuple[str | None, ...]
) -> None:
    assert list_keys(audience) == keys
