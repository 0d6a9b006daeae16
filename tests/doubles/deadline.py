"""A way to wait for what nobody announces: looks again and again, and never for ever."""

import threading
import time
from collections.abc import Callable

from tests.doubles.notebook import PATIENCE_S

_APART_S = 0.05


def wait_until(is_so: Callable[[], bool]) -> None:
    pause = threading.Event()
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline, "waited in vain"
        pause.wait(_APART_S)


def repeat_until(say: Callable[[], None], is_so: Callable[[], bool]) -> None:
    """Say it again and again, as gateways do, until it has come to something: a single word may come too early."""

    def is_answered() -> bool:
        say()
        return is_so()

    wait_until(is_answered)
