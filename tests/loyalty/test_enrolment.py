import pytest

from kiosk.loyalty.admission import Admission, Pass, PassSpent, Waiting
from kiosk.loyalty.enrolment import EnrolmentApi
from kiosk.loyalty.failure import ApiFailed
from tests.doubles.enrolment_desk import IN, EnrolmentDesk, Reply

SHOWN = Pass("BCDF-GHJK", "s" * 32)
DESK = "https://hub.example/console/screens"


def ask(reply: Reply) -> Admission | Waiting:
    with EnrolmentDesk(reply) as desk:
        return EnrolmentApi(desk.url).ask(SHOWN)


def test_code_and_secret_are_asked_with_and_who_the_screen_is_comes_back() -> None:
    with EnrolmentDesk(IN) as desk:
        admission = EnrolmentApi(desk.url).ask(SHOWN)

        assert desk.asked.read() == [{"path": "/v1/screens/enrol", "code": "BCDF-GHJK", "secret": "s" * 32}]
    assert admission == Admission("word", "berlin", "door", ("hall",))


def test_no_connection_waits_for_the_next_time_when_the_server_may_have_given_it_up() -> None:
    with EnrolmentDesk(Reply(202, {})) as desk:
        api = EnrolmentApi(desk.url)
        for _ in range(2):
            api.ask(SHOWN)

        assert desk.goes_on == [False, False]


def test_who_waits_hears_where_the_code_is_approved_how_long_it_holds_and_when_to_ask_again() -> None:
    body = {"status": "waiting", "approve_at": DESK, "expires_in": 90}

    assert ask(Reply(202, body, {"Retry-After": "5"})) == Waiting(DESK, 90, 5.0)


def test_an_api_that_says_no_more_than_that_it_waits_is_understood() -> None:
    assert ask(Reply(202, {})) == Waiting()


@pytest.mark.parametrize("status", [403, 410])
def test_a_code_that_can_never_be_approved_is_spent(status: int) -> None:
    with pytest.raises(PassSpent):
        ask(Reply(status, {}))


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(429, {}, {"Retry-After": "60"}), "http_429"),
        (Reply(404, {}), "http_404"),
        (Reply(200, b"<html>"), "not_understood"),
        (Reply(200, {"token": "two\nlines", "store": "s", "screen": "x"}), "not_understood"),
        (Reply(200, {"token": "word", "store": "s" * 129, "screen": "x"}), "not_understood"),
        (Reply(202, {"approve_at": "h" * 257}), "not_understood"),
        (Reply(202, {"expires_in": -1}), "not_understood"),
    ],
)
def test_any_other_answer_is_a_failure_with_its_code(reply: Reply, code: str) -> None:
    with pytest.raises(ApiFailed, match=code):
        ask(reply)
