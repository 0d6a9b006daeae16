from kiosk.app.glass.screenshots import Deliver, Screenshots
from kiosk.core.effects import DeclineScreenshot, TakeScreenshot
from kiosk.fleet.messages import AnswerMessage, Reason


def serve(order: TakeScreenshot | DeclineScreenshot, picture: bytes | None) -> list[AnswerMessage]:
    answers: list[AnswerMessage] = []

    def take(deliver: Deliver) -> None:
        deliver(picture)

    Screenshots(take, answers.append).serve(order)
    return answers


def test_a_picture_goes_to_who_asked_for_it() -> None:
    assert serve(TakeScreenshot("c-1"), b"webp") == [AnswerMessage("c-1", None, b"webp")]


def test_where_none_can_be_had_it_says_so() -> None:
    assert serve(TakeScreenshot("c-1"), None) == [AnswerMessage("c-1", Reason.NOT_POSSIBLE)]


def test_what_is_one_shoppers_affair_is_shown_to_nobody() -> None:
    assert serve(DeclineScreenshot("c-1"), b"webp") == [AnswerMessage("c-1", Reason.PRIVATE)]


def test_of_many_who_ask_at_once_one_is_taken_and_the_next_once_that_is_done() -> None:
    answers: list[AnswerMessage] = []
    waiting: list[Deliver] = []
    desk = Screenshots(waiting.append, answers.append)
    for number in range(360):
        desk.serve(TakeScreenshot(f"c-{number}"))
    assert len(waiting) == 1
    assert answers == [AnswerMessage(f"c-{number}", Reason.REFUSED) for number in range(1, 360)]
    waiting[0](b"webp")
    assert answers[-1] == AnswerMessage("c-0", None, b"webp")
    desk.serve(TakeScreenshot("c-360"))
    assert len(waiting) == 2


def test_a_picture_that_failed_is_not_in_the_way_of_the_next() -> None:
    answers: list[AnswerMessage] = []
    waiting: list[Deliver] = []
    desk = Screenshots(waiting.append, answers.append)
    for command in ("c-1", "c-2"):
        desk.serve(TakeScreenshot(command))
        waiting.pop()(None)
    assert answers == [AnswerMessage(command, Reason.NOT_POSSIBLE) for command in ("c-1", "c-2")]
