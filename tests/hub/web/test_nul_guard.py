import pytest
import requests

from tests.hub.running import DEADLINE_S, RunningHub


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/c/%00", 404),
        ("/static/%00", 404),
        ("/console/inbox/%00/live", 404),
        ("/offers/o-mug?lang=%00", 400),
        ("/join/return?state=a%00&code=b", 400),
        ("/offers/o-mug?lang=%2500", 200),
    ],
)
def test_a_person_is_told_that_there_is_no_such_page(running: RunningHub, path: str, status: int) -> None:
    answer = requests.get(running.url + path, timeout=DEADLINE_S)

    assert answer.status_code == status
    assert answer.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [("/v1/media/%00", 404, "not_found"), ("/v1/shoppers?store=%00", 400, "malformed")],
)
def test_a_machine_is_told_by_a_problem(running: RunningHub, path: str, status: int, code: str) -> None:
    answer = running.get(path)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
