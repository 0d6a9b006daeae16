from dataclasses import dataclass, field

from kiosk.loyalty.errands import Errands, Patience

PATIENCE = Patience(lasts_s=10.0, retry_s=2.0, most=3)


@dataclass
class Messenger:
    """Does errands while the way is free."""

    is_free: bool = True
    time: float = 0.0
    done: list[tuple[str, float]] = field(default_factory=list[tuple[str, float]])
    given_up: list[str] = field(default_factory=list[str])

    def run(self, errand: str, since: float) -> bool:
        if self.is_free:
            self.done.append((errand, since))
        return self.is_free

    def take(self, *errands: str) -> Errands[str]:
        taken = Errands("errands", PATIENCE, self.run, lambda: self.time, self.given_up.append)
        for errand in errands:
            taken.send(errand)
        return taken


def test_errands_are_done_in_their_order_and_each_says_when_it_was_sent() -> None:
    messenger = Messenger(time=4.0)

    assert messenger.take("milk", "bread").look() is None
    assert messenger.done == [("milk", 4.0), ("bread", 4.0)]


def test_one_that_cannot_be_done_now_keeps_its_place_and_its_time() -> None:
    messenger = Messenger(is_free=False)
    errands = messenger.take("milk", "bread")

    assert errands.look() == PATIENCE.retry_s
    messenger.time, messenger.is_free = 2.0, True
    assert errands.look() is None
    assert messenger.done == [("milk", 0.0), ("bread", 0.0)]


def test_one_that_waited_for_too_long_is_given_up_and_holds_up_nobody() -> None:
    messenger = Messenger()
    errands = messenger.take("milk")
    messenger.time = PATIENCE.lasts_s
    errands.send("bread")

    assert errands.look() is None
    assert (messenger.given_up, messenger.done) == (["milk"], [("bread", PATIENCE.lasts_s)])


def test_of_too_many_the_oldest_are_forgotten() -> None:
    messenger = Messenger()

    assert messenger.take("milk", "bread", "salt", "eggs").look() is None
    assert [errand for errand, _ in messenger.done] == ["bread", "salt", "eggs"]
