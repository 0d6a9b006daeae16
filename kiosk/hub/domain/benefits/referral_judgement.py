"""Whether a recommendation counts: pure, so that each way to cheat is a line of a table."""

from typing import Literal

from msgspec import Struct

from kiosk.hub.domain.benefits.programme import Referrals

Refusal = Literal["own_code", "was_referred", "not_new", "circle", "same_hands", "too_many"]
"""Why it does not count."""


class ReferralFacts(Struct, frozen=True):
    """What is known of a friend and of who recommended the store to her.

    `has_bought`: the friend was a customer before. `is_upstream`: the referrer came, over however many, because of the
    friend. `shares_marks`: both were seen with one card or browser. `day` and `ever` count the referrer's friends.
    """

    is_self: bool = False
    was_referred: bool = False
    has_bought: bool = False
    is_upstream: bool = False
    shares_marks: bool = False
    day: int = 0
    ever: int = 0


def judge_referral(facts: ReferralFacts, limits: Referrals) -> Refusal | None:
    """Why it does not count, the plainest reason first; `None`: it counts."""
    grounds: tuple[tuple[bool, Refusal], ...] = (
        (facts.is_self, "own_code"),
        (facts.was_referred, "was_referred"),
        (facts.has_bought, "not_new"),
        (facts.is_upstream, "circle"),
        (facts.shares_marks, "same_hands"),
        (facts.day >= limits.per_day or facts.ever >= limits.per_member, "too_many"),
    )
    return next((refusal for holds, refusal in grounds if holds), None)
