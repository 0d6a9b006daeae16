import pytest

from kiosk.hub.domain.benefits.programme import Referrals
from kiosk.hub.domain.benefits.referral_judgement import ReferralFacts, judge_referral

LIMITS = Referrals(per_day=2, per_member=5)


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        (ReferralFacts(), None),
        (ReferralFacts(day=1, ever=4), None),
        (ReferralFacts(is_self=True, shares_marks=True), "own_code"),
        (ReferralFacts(was_referred=True), "was_referred"),
        (ReferralFacts(has_bought=True), "not_new"),
        (ReferralFacts(is_upstream=True), "circle"),
        (ReferralFacts(shares_marks=True), "same_hands"),
        (ReferralFacts(day=2), "too_many"),
        (ReferralFacts(ever=5), "too_many"),
    ],
)
def test_each_way_to_cheat_has_its_refusal(facts: ReferralFacts, refusal: str | None) -> None:
    assert judge_referral(facts, LIMITS) == refusal
