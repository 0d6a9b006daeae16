import msgspec
from hypothesis import given

from kiosk.contract.offer import Control, Offer
from kiosk.hub.attribution import Attribution
from kiosk.hub.domain.attribution.holdout import Trials
from kiosk.hub.domain.attribution.journey import MonthFacts
from kiosk.hub.domain.attribution.month_report import MonthReport, make_month_report
from tests.hub.domain.attribution.ways import ATTRIBUTIONS, FACTS, NOVEMBER, ORIGINS, buy, come, touch

_NONE = Trials([], "", [])


def _report(facts: MonthFacts, attribution: Attribution | None = None, trials: Trials = _NONE) -> MonthReport:
    return make_month_report(facts, NOVEMBER, attribution or Attribution(), ORIGINS, trials)


def test_it_tells_ways_sales_reach_and_effects_of_the_month_alone() -> None:
    names = [f"p{number}" for number in range(60)]
    offer = Offer("lamp", {"en": "Lamp"}, control=Control(0.5))
    contacts = [*(touch(name, 2) for name in names), *(touch(f"q{name}", -9) for name in names)]
    seen = [*(come(name, 3) for name in names), *(come(f"q{name}", -9) for name in names)]
    purchases = [*(buy(name, 9) for name in names[:30]), *(buy(name, -2) for name in names)]
    report = _report(MonthFacts(contacts, seen, purchases), trials=Trials([[offer]], "", seen))

    assert (report.flows.people, report.sales.purchases, report.sales.turnover) == (60, 30, 300)
    assert [one.people for one in report.reach] == [60, 0, 0]
    (effect,) = report.effects
    assert effect.shown is not None
    assert effect.held_out is not None
    assert effect.shown.people + effect.held_out.people == 60
    assert not report.is_empty


def test_a_month_in_which_nothing_happened_says_so_and_one_of_few_does_not() -> None:
    assert _report(MonthFacts([], [], [])).is_empty
    assert not _report(MonthFacts([touch("anna", 3)], [], [])).is_empty


@given(FACTS, ATTRIBUTIONS)
def test_it_is_read_again_as_it_was_kept(facts: MonthFacts, attribution: Attribution) -> None:
    report = _report(facts, attribution)
    kept = msgspec.json.decode(msgspec.json.encode(msgspec.to_builtins(report)))

    assert msgspec.to_builtins(msgspec.convert(kept, MonthReport)) == msgspec.to_builtins(report)
