from kiosk.fleet.pace import LONGEST_S, SHORTEST_S, Pace


def test_the_first_word_is_due_at_once() -> None:
    assert Pace().take(100.0)


def test_without_news_it_speaks_now_and_then() -> None:
    pace = Pace()
    pace.take(100.0)

    assert pace.wait_s(100.0) == LONGEST_S
    assert not pace.take(100.0 + LONGEST_S - 1)
    assert pace.take(100.0 + LONGEST_S)


def test_news_is_told_soon_but_never_in_a_torrent() -> None:
    pace = Pace()
    pace.take(100.0)
    pace.note_change()

    assert pace.wait_s(100.25) == SHORTEST_S - 0.25
    assert not pace.take(100.25)
    assert pace.take(101.0)
    assert pace.wait_s(101.0) == LONGEST_S


def test_on_a_new_line_it_speaks_at_once() -> None:
    pace = Pace()
    pace.take(100.0)

    pace.begin_anew()

    assert pace.take(100.0)
