"""A wobble at the edge of the field is one tap, and nobody else waits for it."""

from dataclasses import dataclass, field

from kiosk.nfc.recent import NAMELESS, REPEAT_S, SETTLE_S, Recent

TORN, REFUSED, CREDENTIAL = 0, 1, 2


@dataclass
class Bench:
    """A Recent with a clock that the test sets."""

    now: float = 100.0
    recent: Recent = field(init=False)

    def __post_init__(self) -> None:
        self.recent = Recent(lambda: self.now)

    def see(self, name: str, weight: int, after_s: float = 0.1) -> bool:
        self.now += after_s
        return self.recent.is_news(name, weight)


def test_three_wobbles_are_one_tap() -> None:
    bench = Bench()

    assert [bench.see("a", CREDENTIAL) for _ in range(3)] == [True, False, False]


def test_the_pause_counts_from_the_last_sighting() -> None:
    bench = Bench()

    assert [bench.see("a", CREDENTIAL, after_s=REPEAT_S - 0.5) for _ in range(5)] == [True, False, False, False, False]
    assert bench.see("a", CREDENTIAL, after_s=REPEAT_S)


def test_another_card_never_waits() -> None:
    bench = Bench()

    assert [bench.see(name, CREDENTIAL) for name in ("a", "b", "a", "c")] == [True, True, False, True]


def test_a_card_that_could_be_read_at_last_is_news() -> None:
    bench = Bench()

    assert [bench.see("a", weight) for weight in (TORN, REFUSED, CREDENTIAL)] == [True, True, True]


def test_a_card_that_leaves_is_not_reported_as_torn() -> None:
    bench = Bench()
    bench.see("a", CREDENTIAL)

    assert not bench.see("a", TORN)
    assert not bench.see("a", CREDENTIAL)


def test_a_phone_that_leaves_is_not_reported_as_torn_though_its_id_changed() -> None:
    bench = Bench()
    bench.see("member", CREDENTIAL)

    assert not bench.see(NAMELESS, TORN)


def test_a_torn_read_of_a_card_that_nobody_saw_before_is_news() -> None:
    bench = Bench()
    bench.see("a", CREDENTIAL)

    assert bench.see("b", TORN)


def test_a_card_that_lay_there_for_an_hour_is_known_when_it_wobbles_away() -> None:
    bench = Bench()
    bench.see("a", CREDENTIAL)
    bench.now += 3600

    bench.recent.touch_latest()

    assert not bench.see("a", CREDENTIAL)


def test_a_card_that_is_expected_is_no_news_for_a_while() -> None:
    bench = Bench()
    bench.recent.expect("a", CREDENTIAL)

    assert not bench.see("a", CREDENTIAL, after_s=SETTLE_S + REPEAT_S - 0.5)
    assert not bench.see("a", CREDENTIAL, after_s=REPEAT_S - 0.5)
    assert bench.see("a", CREDENTIAL, after_s=REPEAT_S)


def test_a_card_that_is_expected_and_comes_too_late_is_news() -> None:
    bench = Bench()
    bench.recent.expect("a", CREDENTIAL)

    assert bench.see("a", CREDENTIAL, after_s=SETTLE_S + REPEAT_S)


def test_a_reader_that_saw_nothing_has_nothing_to_touch() -> None:
    bench = Bench()

    bench.recent.touch_latest()

    assert bench.see("a", TORN)
