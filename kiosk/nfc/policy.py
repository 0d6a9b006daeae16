"""What counts as a credential: the whole decision as two tables, without a reader."""

from typing import Literal

from kiosk.contract.credential import Credential, hash_id
from kiosk.core.tap_problem import TapProblem
from kiosk.nfc.claim import Claim
from kiosk.nfc.reading import Gap, Reading
from kiosk.nfc.recent import NAMELESS

CREDENTIAL_WEIGHT = 2
"""Of a sighting that tells whose card it is."""

_PROBLEMS: dict[tuple[Gap, bool], TapProblem] = {
    # (why it says nothing of ours, whether its id is random): what is missing here counts by its UID
    (Gap.TORN, False): TapProblem.TORN,
    (Gap.TORN, True): TapProblem.TORN,
    (Gap.BROKEN, True): TapProblem.UNREADABLE,
    (Gap.EMPTY, True): TapProblem.RANDOM_ID,
    (Gap.CLOSED, False): TapProblem.NOT_LOYALTY,
    (Gap.CLOSED, True): TapProblem.RANDOM_ID,
}


def judge_reading(reading: Reading, claim: Claim | Gap, key: bytes | None) -> Credential | TapProblem:
    """The credential that this card proves, or why it keeps nothing.

    `key` is the store key of `parse_store_key`; without one nothing can be hashed, so that only SUN messages pass.
    """
    if isinstance(claim, Claim):
        return Credential("sun", claim.value) if claim.kind == "sun" else _hash("ndef", claim.value, key)
    problem = _PROBLEMS.get((claim, reading.is_random))
    return problem or _hash("uid", reading.identifier.hex(), key)


def _hash(kind: Literal["uid", "ndef"], raw: str, key: bytes | None) -> Credential | TapProblem:
    return TapProblem.NOT_LOYALTY if key is None else Credential(kind, hash_id(key, kind, raw))


def name_card(reading: Reading, outcome: Credential | TapProblem, key: bytes | None) -> str:
    """By what to know this card again: its UID's hash, or its member's, or, of a random one, nothing.

    Without a store key it is the UID itself, which must go no further than this room's memory.
    """
    if not reading.is_random:
        raw = reading.identifier.hex()
        return raw if key is None else hash_id(key, "uid", raw)
    if isinstance(outcome, Credential) and outcome.kind == "ndef":
        return outcome.value
    return NAMELESS


def weigh_outcome(outcome: Credential | TapProblem) -> int:
    """How much a sighting tells: nothing when torn, most when it is a credential."""
    if isinstance(outcome, Credential):
        return CREDENTIAL_WEIGHT
    return 0 if outcome is TapProblem.TORN else 1
