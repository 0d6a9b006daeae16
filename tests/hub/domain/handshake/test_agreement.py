from datetime import timedelta

import pytest

from kiosk.hub.domain.handshake.agreement import (
    ANSWER_LIFE,
    CODE_LIFE,
    SHARES,
    Agreement,
    age,
    ask,
    confirm,
    end,
    show,
)
from kiosk.hub.problem import Problem
from tests.hub.running import NOW

LENGTH = timedelta(minutes=15)
ASKED = ask(show(NOW), "sam", NOW)
CONFIRMED = confirm(ASKED, SHARES, NOW, LENGTH)
OVER = (end(CONFIRMED, NOW), end(ASKED, NOW), age(show(NOW), NOW + CODE_LIFE), age(CONFIRMED, NOW + LENGTH))


def test_it_goes_from_a_code_to_a_question_to_what_she_shows() -> None:
    assert [one.state for one in (show(NOW), ASKED, CONFIRMED)] == ["shown", "asked", "confirmed"]
    assert Agreement("confirmed", NOW + LENGTH, "sam", SHARES) == CONFIRMED


@pytest.mark.parametrize(("agreement", "life"), [(show(NOW), CODE_LIFE), (ASKED, ANSWER_LIFE), (CONFIRMED, LENGTH)])
def test_each_state_ends_by_itself_at_its_time_and_not_before(agreement: Agreement, life: timedelta) -> None:
    assert age(agreement, NOW + life - timedelta(microseconds=1)) == agreement
    assert age(agreement, NOW + life).state == "expired"


def test_she_chooses_what_is_seen_and_nothing_else_can_be() -> None:
    assert confirm(ASKED, ["wishes", "password"], NOW, LENGTH).shares == ("wishes",)
    assert confirm(ASKED, [], NOW, LENGTH).shares == ()


def test_confirmed_again_it_is_neither_longer_nor_more() -> None:
    little = confirm(ASKED, ["kept"], NOW, LENGTH)

    assert confirm(little, SHARES, NOW + LENGTH / 2, LENGTH) == little


def test_of_two_who_take_a_code_the_first_has_it_and_may_ask_again() -> None:
    for agreement in (ASKED, CONFIRMED):
        assert ask(agreement, "sam", NOW) == agreement
        with pytest.raises(Problem, match="Somebody else") as refused:
            ask(agreement, "nils", NOW)
        assert refused.value.code == "handshake_taken"


@pytest.mark.parametrize("agreement", OVER)
def test_what_is_over_is_as_if_it_had_never_been(agreement: Agreement) -> None:
    assert end(agreement, NOW + LENGTH) == agreement
    with pytest.raises(Problem) as unknown:
        ask(agreement, "sam", NOW)
    with pytest.raises(Problem) as over:
        confirm(agreement, SHARES, NOW, LENGTH)
    assert (unknown.value.code, over.value.code) == ("handshake_unknown", "handshake_over")


def test_nothing_is_confirmed_that_nobody_asked_for() -> None:
    with pytest.raises(Problem):
        confirm(show(NOW), SHARES, NOW, LENGTH)
