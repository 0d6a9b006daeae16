"""How a measured program ends: with the bench that started it, whatever became of that. Light to import."""

import os
import signal
import sys
from threading import Thread


def end_with_input() -> None:
    """End the process, as a service is ended, once its input does."""
    Thread(target=_await_end, name="leash", daemon=True).start()


def _await_end() -> None:
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)
