import pytest

from kiosk.contract.answer import Refused


@pytest.mark.parametrize(("status", "expected"), [(401, True), (403, True), (400, False), (404, False), (422, False)])
def test_only_401_and_403_are_about_the_screen_and_not_about_what_it_sent(status: int, expected: bool) -> None:  # noqa: FBT001 # a column of the table
    assert expected == Refused(status, "some_code").is_about_token
