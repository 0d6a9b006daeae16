from kiosk.pricing.cutting import Saving, cut, spread_over
from kiosk.pricing.lot import Cut, Lot, Taken

THREE = Lot(0, 100, 3)


def test_a_saving_on_all_is_spread_by_price_to_the_cent() -> None:
    savings = list(spread_over([Lot(0, 100, 3), Lot(1, 50, 2)], 100))

    assert savings == [Saving(Lot(0, 100, 3), 25), Saving(Lot(1, 50, 1), 13), Saving(Lot(1, 50, 1), 12)]


def test_a_piece_on_which_nothing_is_saved_is_taken_all_the_same() -> None:
    assert cut(7, [Saving(THREE, 0)], [Lot(1, 5, 1)], None) == Taken([Lot(1, 5, 1)], [THREE], [])


def test_without_a_budget_every_saving_counts() -> None:
    assert cut(7, [Saving(THREE, 40)], [], None) == Taken([], [Lot(0, 60, 3)], [Cut(7, 0, 3, 40)])


def test_a_budget_covers_the_first_pieces_and_a_part_of_the_next() -> None:
    done = cut(7, [Saving(THREE, 40), Saving(Lot(1, 10, 1), 10)], [], 50)

    assert done.taken == [Lot(0, 60, 1), Lot(0, 90, 1), Lot(0, 100, 1), Lot(1, 10, 1)]
    assert done.cuts == [Cut(7, 0, 1, 40), Cut(7, 0, 1, 10)]
    assert done.saved == 50


def test_a_budget_that_is_large_enough_changes_nothing() -> None:
    savings = [Saving(THREE, 40), Saving(Lot(1, 10, 1), 0)]

    assert cut(7, savings, [], 120) == cut(7, savings, [], None)
