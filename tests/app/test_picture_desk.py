from kiosk.app.picture_desk import Deliver, PictureDesk
from kiosk.core.effects import DeclinePicture, TakePicture
from kiosk.fleet.messages import AnswerMessage, Reason


def serve(order: TakePicture | DeclinePicture, picture: bytes | None) -> list[AnswerMessage]:
    answers: list[AnswerMessage] = []

    def photograph(deliver: Deliver) -> None:
        deliver(picture)

    PictureDesk(photograph, answers.append).serve(order)
    return answers


def test_a_picture_goes_to_who_asked_for_it() -> None:
    assert serve(TakePicture("c-1"), b"webp") == [AnswerMessage("c-1", None, b"webp")]


def test_where_none_can_be_had_it_says_so() -> None:
    assert serve(TakePicture("c-1"), None) == [AnswerMessage("c-1", Reason.NOT_POSSIBLE)]


def test_what_is_one_shoppers_affair_is_shown_to_nobody() -> None:
    assert serve(DeclinePicture("c-1"), b"webp") == [AnswerMessage("c-1", Reason.PRIVATE)]
