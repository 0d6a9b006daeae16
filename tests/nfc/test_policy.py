"""What counts as what: the whole table, and that no raw id comes out of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.contract.credential import Credential, hash_id
from kiosk.core.tap_problem import TapProblem
from kiosk.nfc.claim import Claim
from kiosk.nfc.policy import judge_reading, name_card, weigh_outcome
from kiosk.nfc.reading import Gap, Reading
from kiosk.nfc.recent import NAMELESS
from tests.nfc.samples import KEY, MEMBER, RANDOM_UID, SUN_VALUE, UID7

UID = Credential("uid", hash_id(KEY, "uid", UID7.hex()))
NDEF = Credential("ndef", hash_id(KEY, "ndef", MEMBER))
SUN = Credential("sun", SUN_VALUE)

JUDGED = [
    # what the card says, with a lasting UID, with a random one
    (Claim("ndef", MEMBER), NDEF, NDEF),
    (Claim("sun", SUN_VALUE), SUN, SUN),
    (Gap.EMPTY, UID, TapProblem.RANDOM_ID),
    (Gap.BROKEN, UID, TapProblem.UNREADABLE),
    (Gap.CLOSED, TapProblem.NOT_LOYALTY, TapProblem.RANDOM_ID),
    (Gap.TORN, TapProblem.TORN, TapProblem.TORN),
]


def _make_reading(*, is_random: bool) -> Reading:
    return Reading(RANDOM_UID if is_random else UID7, is_random, b"")


@pytest.mark.parametrize(("claim", "lasting", "random"), JUDGED)
def test_a_card_counts_by_what_it_says_and_by_its_uid(
    claim: Claim | Gap, lasting: Credential | TapProblem, random: Credential | TapProblem
) -> None:
    assert judge_reading(_make_reading(is_random=False), claim, KEY) == lasting
    assert judge_reading(_make_reading(is_random=True), claim, KEY) == random


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (Claim("sun", SUN_VALUE), SUN),
        (Claim("ndef", MEMBER), TapProblem.NOT_LOYALTY),
        (Gap.EMPTY, TapProblem.NOT_LOYALTY),
    ],
)
def test_without_a_store_key_only_sun_passes(claim: Claim | Gap, expected: Credential | TapProblem) -> None:
    assert judge_reading(_make_reading(is_random=False), claim, None) == expected


@given(st.binary(min_size=4, max_size=10), st.booleans(), st.sampled_from(Gap))
def test_no_raw_id_comes_out(identifier: bytes, is_random: bool, gap: Gap) -> None:  # noqa: FBT001 # drawn
    outcome = judge_reading(Reading(identifier, is_random, gap), gap, KEY)

    assert isinstance(outcome, TapProblem) or outcome == Credential("uid", hash_id(KEY, "uid", identifier.hex()))


def test_a_card_is_known_again_by_its_uid_or_by_its_member() -> None:
    assert name_card(_make_reading(is_random=False), NDEF, KEY) == UID.value
    assert name_card(_make_reading(is_random=False), SUN, None) == UID7.hex()
    assert name_card(_make_reading(is_random=True), NDEF, KEY) == NDEF.value
    assert name_card(_make_reading(is_random=True), SUN, KEY) == NAMELESS
    assert name_card(_make_reading(is_random=True), TapProblem.RANDOM_ID, KEY) == NAMELESS


def test_a_credential_weighs_more_than_a_refusal_and_a_torn_read_nothing() -> None:
    assert weigh_outcome(UID) > weigh_outcome(TapProblem.RANDOM_ID) > weigh_outcome(TapProblem.TORN) == 0
