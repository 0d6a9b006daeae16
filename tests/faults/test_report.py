from tests.faults.ledger import Verdict
from tests.faults.report import Finding, run_trials

GOOD = Finding("well", 3, Verdict(10, 8, 9, 0, 0, 0), {"posts": 12})
BAD = Finding("ill", 1, Verdict(10, 8, 7, 1, 0, 0))


def test_a_report_is_clean_where_all_findings_are() -> None:
    assert run_trials(1, [lambda: GOOD, lambda: GOOD], lambda _line: None).is_clean
    assert not run_trials(1, [lambda: GOOD, lambda: BAD], lambda _line: None).is_clean
    assert not Finding("silent", 1, flaws=("it said nothing",)).is_clean


def test_it_says_its_seed_each_finding_and_the_sum() -> None:
    said: list[str] = []
    run_trials(7, [lambda: GOOD, lambda: BAD], said.append)
    assert said[0] == "seed 7"
    assert said[1].startswith(
        "well: 3 faults, 10 taps, 8 kept, 0 lost, 0 doubled, 0 out of nothing, 0 out of order, posts 12, "
    )
    assert said[-1] == "20 taps, 16 kept, 16 booked: 1 lost, 0 doubled, 0 out of nothing, 0 out of order"
