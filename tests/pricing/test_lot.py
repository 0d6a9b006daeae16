from kiosk.pricing.lot import Cut, Lot, Taken, count_pieces, merge_lots, sort_dearest, split_off, sum_prices

LOTS = [Lot(0, 100, 2), Lot(1, 300, 1), Lot(2, 100, 3)]


def test_lots_are_counted_and_summed_piece_by_piece() -> None:
    assert (count_pieces(LOTS), sum_prices(LOTS)) == (6, 800)


def test_the_dearest_come_first_and_of_equals_the_first_line() -> None:
    assert sort_dearest(LOTS) == [Lot(1, 300, 1), Lot(0, 100, 2), Lot(2, 100, 3)]


def test_the_first_pieces_are_split_off_wherever_a_lot_ends() -> None:
    assert split_off(LOTS, 0) == ([], LOTS)
    assert split_off(LOTS, 3) == (LOTS[:2], LOTS[2:])
    assert split_off(LOTS, 4) == ([*LOTS[:2], Lot(2, 100, 1)], [Lot(2, 100, 2)])
    assert split_off(LOTS, 9) == (LOTS, [])


def test_lots_of_one_line_and_price_become_one() -> None:
    assert merge_lots([Lot(0, 5, 1), Lot(1, 5, 1), Lot(0, 5, 2), Lot(0, 4, 1)]) == [
        Lot(0, 5, 3),
        Lot(1, 5, 1),
        Lot(0, 4, 1),
    ]


def test_a_saving_is_that_of_all_cut_pieces() -> None:
    assert Taken([], [], [Cut(0, 0, 3, 10), Cut(0, 1, 1, 5)]).saved == 35
