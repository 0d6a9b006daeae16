import logging
from collections.abc import Callable, Iterator
from threading import current_thread
from threading import enumerate as enumerate_threads

import pytest

from kiosk.errors import KioskError
from kiosk.poller import Poller
from tests.doubles.notebook import Notebook

LONG_S = 60.0
"""Nobody in these tests waits for it."""


class Post:
    """What a poller looks at: each look is written down, and then answers by the next of `answers`, at last calmly."""

    def __init__(self, *answers: Callable[[], float | None]) -> None:
        self._answers: Iterator[Callable[[], float | None]] = iter(answers)
        self.looks = Notebook[str]()

    def look(self) -> float | None:
        answer = next(self._answers, lambda: LONG_S)
        self.looks.write(current_thread().name)
        return answer()


def fail(error: Exception) -> Callable[[], float | None]:
    def look() -> float:
        raise error

    return look


def test_it_looks_at_once_on_a_thread_of_its_own_and_again_after_as_long_as_the_look_says() -> None:
    post = Post(lambda: 0.0, lambda: 0.001)
    poller = Poller("postman", post.look, LONG_S)
    poller.start()
    post.looks.wait_for("postman", times=3)
    poller.stop()


def test_it_looks_for_as_long_as_what_it_is_opened_for_lasts() -> None:
    post = Post()
    with Poller("postman", post.look, LONG_S):
        post.looks.wait_for("postman")
        running = {thread.name for thread in enumerate_threads()}

    assert "postman" in running
    assert "postman" not in {thread.name for thread in enumerate_threads()}


def test_it_looks_without_waiting_any_longer_once_it_is_woken_even_amid_a_look() -> None:
    def nudge() -> float:
        poller.wake()
        return LONG_S

    post = Post(nudge)
    poller = Poller("postman", post.look, LONG_S)
    poller.start()
    post.looks.wait_for("postman", times=2)
    poller.wake()
    post.looks.wait_for("postman", times=3)
    poller.stop()


def test_it_waits_until_it_is_woken_where_the_look_says_nothing() -> None:
    post = Post(lambda: None)
    poller = Poller("postman", post.look, LONG_S)
    poller.start()
    post.looks.wait_for("postman")
    poller.wake()
    post.looks.wait_for("postman", times=2)
    poller.stop(None)
    assert post.looks.read() == ["postman", "postman"]


def test_nobody_wakes_it_where_the_look_forbade_it_and_yet_it_stops_at_once() -> None:
    post = Post()
    poller = Poller("postman", post.look, LONG_S, may_wake=lambda: False)
    poller.start()
    post.looks.wait_for("postman")
    poller.wake()
    poller.stop()
    assert post.looks.read() == ["postman"]


@pytest.mark.allow_log("postman stumbled")
def test_a_look_that_stumbles_is_told_and_followed_by_the_next_and_nothing_of_it_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    stumbles: list[str] = []
    post = Post(fail(ValueError("card 04a224")))
    poller = Poller("postman", post.look, 0.001, lambda: stumbles.append("told"))
    with caplog.at_level(logging.ERROR):
        poller.start()
        post.looks.wait_for("postman", times=2)
        poller.stop()
    assert caplog.messages == ["postman stumbled: ValueError"]
    assert stumbles == ["told"]


@pytest.mark.allow_log("check the disk")
def test_what_a_person_must_mend_is_said_in_its_own_sentence_and_again_only_once_it_was_well(
    caplog: pytest.LogCaptureFixture,
) -> None:
    full = fail(KioskError("check the disk"))
    post = Post(full, full, lambda: 0.0, full)
    poller = Poller("postman", post.look, 0.001)
    poller.start()
    post.looks.wait_for("postman", times=5)
    poller.stop()
    assert caplog.messages == ["check the disk", "check the disk"]


def test_where_it_shall_it_looks_once_more_before_it_ends() -> None:
    post = Post()
    poller = Poller("postman", post.look, LONG_S)
    poller.start()
    post.looks.wait_for("postman")
    poller.stop(looks_last=True)
    assert post.looks.read() == ["postman", "postman"]
