import logging
from threading import Event, current_thread, get_ident

import pytest

from kiosk.mailbox import Mailbox


def test_letters_are_taken_in_their_order_on_a_thread_of_its_own() -> None:
    taken: list[tuple[int, bool]] = []
    here = get_ident()
    mailbox: Mailbox[int] = Mailbox("sorter", lambda letter: taken.append((letter, get_ident() != here)))
    mailbox.put(1)
    mailbox.start()
    mailbox.put(2)
    mailbox.stop()
    assert taken == [(1, True), (2, True)]


def test_it_begins_before_the_first_and_ends_after_the_last_letter() -> None:
    said: list[str] = []
    mailbox: Mailbox[str] = Mailbox("sorter", said.append, lambda: said.append("begin"), lambda: said.append("end"))
    mailbox.put("a letter")
    mailbox.start()
    mailbox.stop()
    assert said == ["begin", "a letter", "end"]


@pytest.mark.allow_log("sorter stumbled")
def test_a_letter_that_cannot_be_taken_does_not_cost_the_next_and_nothing_of_it_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    taken: list[str] = []

    def take(letter: str) -> None:
        if letter == "bad":
            message = "card 04a224"
            raise ValueError(message)
        taken.append(f"{letter} by {current_thread().name}")

    mailbox = Mailbox("sorter", take)
    mailbox.start()
    with caplog.at_level(logging.ERROR):
        mailbox.put("bad")
        mailbox.put("good")
        mailbox.stop()
    assert taken == ["good by sorter"]
    assert caplog.messages == ["sorter stumbled: ValueError"]


def test_even_a_letter_that_is_false_is_taken() -> None:
    taken: list[int] = []
    mailbox: Mailbox[int] = Mailbox("sorter", taken.append)
    mailbox.put(0)
    assert len(mailbox) == 1
    mailbox.start()
    mailbox.stop()
    assert taken == [0]
    assert len(mailbox) == 0


@pytest.mark.allow_log("sorter stumbled: ZeroDivisionError")
def test_a_beginning_that_fails_costs_no_letter() -> None:
    taken: list[int] = []

    def begin() -> None:
        taken.append(1 // 0)

    mailbox: Mailbox[int] = Mailbox("sorter", taken.append, begin)
    mailbox.put(1)
    mailbox.start()
    mailbox.stop()
    assert taken == [1]


def test_who_hangs_at_the_beginning_is_busy() -> None:
    begun, may_go = Event(), Event()

    def begin() -> None:
        begun.set()
        may_go.wait(5)

    mailbox: Mailbox[int] = Mailbox("sorter", lambda _letter: None, begin)
    mailbox.start()
    assert begun.wait(5)
    assert mailbox.worker.is_busy
    may_go.set()
    mailbox.stop()
