from kiosk.contract.offer import Audience
from kiosk.contract.rule import Condition, Visits
from kiosk.hub.console.form.segments import count_conditions, join_segments, put_segments, split_names

_REGULARS = Condition(visits=Visits(at_least=3))


def test_names_are_read_once_each_whatever_stands_around_them() -> None:
    assert split_names(" coffee,tea ,, coffee,\u202e  new \n mums ") == ["coffee", "tea", "new mums"]
    assert split_names(" , ") == []


def test_segments_are_written_and_conditions_kept() -> None:
    rules = ("coffee", _REGULARS, "tea")

    assert join_segments(rules) == "coffee, tea"
    assert put_segments(rules, ["milk"]) == ("milk", _REGULARS)
    assert count_conditions(Audience(all=rules, none=(_REGULARS,))) == 2
