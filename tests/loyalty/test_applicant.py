from collections.abc import Callable

import pytest

from kiosk.loyalty.admission import Admission, Pass, PassSpent, Standing, Waiting
from kiosk.loyalty.applicant import LONGEST_RETRY_S, POLL_S, Applicant
from kiosk.loyalty.failure import ApiFailed

IN = Admission("word", "berlin", "door", ())
DESK = "https://hub.example/console/screens"


class Api:
    """An API that answers, one after the other, what a test says, and the last for ever."""

    def __init__(self, *answers: Admission | Waiting | Exception) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def ask(self, shown: Pass) -> Admission | Waiting:
        self.asked.append(shown.code)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


class Desk:
    """What an applicant keeps and tells; its clock stands until it is turned."""

    def __init__(self, api: Api, keep: Callable[[Admission], None] | None = None) -> None:
        self.now = 0.0
        self.told: list[Standing] = []
        self.kept: list[Admission] = []
        codes = iter("ABCDEFGH")
        self.applicant = Applicant(
            ask=api.ask,
            keep=keep or self.kept.append,
            tell=self.told.append,
            clock=lambda: self.now,
            chance=lambda: 0.5,
            mint=lambda: Pass(next(codes), "secret"),
        )

    def look(self, times: int = 1) -> list[float | None]:
        return [self.applicant.look() for _ in range(times)]


def test_the_code_is_told_once_until_the_screen_is_in_and_what_it_is_told_then_is_kept() -> None:
    desk = Desk(Api(Waiting(DESK), Waiting(DESK), IN))

    waits = desk.look(3)

    assert desk.told == [Standing("A", DESK), Standing(is_in=True)]
    assert (desk.kept, waits[2]) == ([IN], None)
    assert all(wait is not None and 0.8 * POLL_S <= wait <= POLL_S for wait in waits[:2])


def test_it_asks_no_sooner_than_it_was_asked_to() -> None:
    assert Desk(Api(Waiting(DESK, again_after=30))).look() == [30]
    assert Desk(Api(ApiFailed("http_429", after=40))).look() == [40]


def test_a_code_that_lapses_is_taken_away_and_another_is_asked_for() -> None:
    api = Api(Waiting(DESK, expires_in=60), Waiting(DESK, expires_in=30), Waiting(DESK))
    desk = Desk(api)

    desk.look()
    desk.now = 59
    desk.look()
    desk.now = 89
    desk.look()

    assert api.asked == ["A", "A", "B"]
    assert desk.told == [Standing("A", DESK), Standing(), Standing("B", DESK)]


def test_a_code_that_is_another_screens_or_was_used_gives_way_to_a_new_one() -> None:
    api = Api(PassSpent(), Waiting(DESK))
    desk = Desk(api)

    desk.look(2)

    assert api.asked == ["A", "B"]


def test_an_api_that_is_away_is_asked_ever_more_seldom_and_the_code_stays() -> None:
    desk = Desk(Api(Waiting(DESK), ApiFailed("unreachable")))

    waits = [wait for wait in desk.look(9) if wait is not None]

    assert desk.told == [Standing("A", DESK), Standing("A", DESK, "unreachable")]
    assert waits[1] < waits[2] < waits[3]
    assert LONGEST_RETRY_S / 2 <= waits[-1] <= LONGEST_RETRY_S


def test_a_token_that_could_not_be_kept_is_not_asked_for_twice() -> None:
    api, kept = Api(IN), list[Admission]()

    def keep(admission: Admission) -> None:
        kept.append(admission)
        if len(kept) == 1:
            raise OSError(28, "full")

    desk = Desk(api, keep)
    with pytest.raises(OSError, match="full"):
        desk.look()

    assert desk.look() == [None]
    assert (api.asked, kept, desk.told) == (["A"], [IN, IN], [Standing(is_in=True)])
