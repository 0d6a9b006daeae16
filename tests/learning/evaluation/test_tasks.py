from msgspec.structs import replace

from kiosk.learning.evaluation.journey import Campaign, Journey, Kind, Purchase, Redemption
from kiosk.learning.evaluation.tasks import list_tasks
from kiosk.offers.affinity import Traces

TEA, RED_TEA, BREAD, SOAP, CAKE = 1, 2, 3, 4, 5
KINDS = {
    TEA: Kind("tea", "green"),
    RED_TEA: Kind("tea", "red"),
    BREAD: Kind("bakery", "bread"),
    SOAP: Kind("soap", "bar"),
    CAKE: Kind("bakery", "cake"),
}
COUPONS = {10: {TEA, RED_TEA}, 11: {BREAD}, 12: {SOAP}, 13: {CAKE}, 14: {SOAP, CAKE}}
CAMPAIGN = Campaign(1, "Type B", 100, COUPONS)
PAST = [Purchase(90, 1, TEA), Purchase(90, 1, RED_TEA), Purchase(95, 2, TEA), Purchase(96, 3, BREAD)]
JOURNEY = Journey(
    kinds=KINDS,
    purchases={7: PAST, 8: [Purchase(100, 9, SOAP)]},
    first_bought={TEA: {7: 90, 9: 50}, RED_TEA: {7: 90}, BREAD: {7: 96}, SOAP: {8: 100, 9: 60}},
    campaigns=[CAMPAIGN],
    redemptions=[Redemption(7, 11, 1, 105), Redemption(7, 11, 0, 80), Redemption(8, 12, 1, 104)],
)


def test_a_task_tells_what_was_known_of_each_coupon_before_the_campaign() -> None:
    (task,) = list_tasks(JOURNEY)
    assert task.is_redeemed == [False, True, False, False, False]
    assert task.traces == [
        Traces(visits=2, product_mean=1.5, type_mean=1.5, category_mean=2, popularity=1.0),
        Traces(visits=1, product_mean=1, type_mean=1, category_mean=1, popularity=0.5, kept=1),
        Traces(popularity=0.5),
        Traces(category_mean=1),
        Traces(category_mean=0.5, popularity=0.5),
    ]


def test_nothing_from_after_its_start_changes_a_task() -> None:
    later = [*PAST, Purchase(100, 4, SOAP), Purchase(120, 5, CAKE)]
    future = replace(
        JOURNEY,
        purchases={**JOURNEY.purchases, 7: later},
        first_bought={**JOURNEY.first_bought, CAKE: {7: 120, 8: 130}},
        redemptions=[*JOURNEY.redemptions, Redemption(7, 13, 2, 140)],
    )
    assert list(list_tasks(future)) == list(list_tasks(JOURNEY))


def test_a_campaign_with_next_to_nothing_to_rank_makes_no_task() -> None:
    few = Campaign(1, "Type B", 100, {11: {BREAD}, 12: {SOAP}})
    assert list(list_tasks(replace(JOURNEY, campaigns=[few]))) == []
