from msgspec.structs import replace

from kiosk.core.visit.visit import Visit, add_visitor, drop_visitor, mark_waiting
from kiosk.core.visit.visitor import Visitor

ANNA, BEN = (Visitor(name, "shoes", 1.0, 1.0, None, 1.0) for name in ("anna", "ben"))


def test_who_comes_again_stands_where_she_is_now_and_came_last() -> None:
    nearer = replace(ANNA, distance_m=0.5)
    assert add_visitor(Visit((ANNA, BEN)), nearer) == Visit((BEN, nearer))


def test_who_leaves_takes_nobody_with_her() -> None:
    assert drop_visitor(Visit((ANNA, BEN)), "anna") == Visit((BEN,))
    assert drop_visitor(Visit((BEN,)), "anna") == Visit((BEN,))


def test_one_who_had_her_offer_waits_no_more_and_the_others_do() -> None:
    served = mark_waiting(Visit((ANNA, BEN)), "anna", waiting=False)
    assert [visitor.waiting for visitor in served.visitors] == [False, True]
    assert mark_waiting(served, "anna", waiting=True) == Visit((ANNA, BEN))
