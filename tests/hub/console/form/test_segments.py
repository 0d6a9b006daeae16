from kiosk.contract.rule import Condition, Visits
from kiosk.hub.console.form.segments import join_segments, split_names


def test_names_are_read_once_each_whatever_stands_around_them() -> None:
    assert split_names(" coffee,tea ,, coffee,\u202e  new \n mums ") == ["coffee", "tea", "new mums"]
    assert split_names(" , ") == []


def test_segments_are_written_without_conditions() -> None:
    assert join_segments(("coffee", Condition(visits=Visits(at_least=3)), "tea")) == "coffee, tea"
