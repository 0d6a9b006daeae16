import hypothesis.strategies as st
from hypothesis import given

from kiosk.learning.hearsay import MOST_BELIEVED, weigh_hearsay
from kiosk.offers.posterior import MOST_COUNTED, Tally

COUNTS = st.integers(0, MOST_COUNTED)
TALLIES = st.builds(Tally, COUNTS, COUNTS, COUNTS, COUNTS)
LIE = Tally(MOST_COUNTED, MOST_COUNTED, MOST_COUNTED, MOST_COUNTED)


def test_a_few_showings_count_as_they_are() -> None:
    assert weigh_hearsay(()) == Tally()
    assert weigh_hearsay((Tally(20, 8, 2, 1), Tally(30, 10, 1))) == Tally(50, 18, 3, 1)


def test_of_many_showings_the_shares_remain() -> None:
    assert weigh_hearsay((Tally(1000, 400, 60, 20),)) == Tally(MOST_BELIEVED, 20, 3, 1)


@given(st.lists(TALLIES, max_size=9))
def test_all_together_weigh_no_more_than_is_believed(told: list[Tally]) -> None:
    heard = weigh_hearsay(tuple(told))

    assert MOST_BELIEVED >= heard.shown >= max(heard.looked, heard.tapped, heard.redeemed)


def test_who_shouts_is_no_louder_than_who_counts() -> None:
    honest = Tally(200, 20)

    assert weigh_hearsay((honest, honest, honest, honest, LIE)) == Tally(50, 14, 10, 10)


def test_what_was_hardly_shown_was_hardly_kept() -> None:
    assert weigh_hearsay((Tally(49), Tally(1, MOST_COUNTED, MOST_COUNTED, MOST_COUNTED))) == Tally(50, 1, 1, 1)
    assert weigh_hearsay((Tally(0, 9, 9, 9),)) == Tally()
