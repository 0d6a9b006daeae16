"""One of the programs that are measured, in a process of its own: it says on its output what it did and when."""

import subprocess
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from types import TracebackType
from typing import Self

import msgspec

from kiosk.bench.said import Said
from kiosk.errors import KioskError
from kiosk.places import PYTHON

STOP_S = 10.0


class Side:
    """A running module of this room; it ends when its input does, and so never outlives the bench."""

    def __init__(self, module: str, arguments: Sequence[str]) -> None:
        command = (*PYTHON, "-m", f"kiosk.bench.{module}", *arguments)
        self.began_at = monotonic()
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - our own modules
        self._said: SimpleQueue[Said | None] = SimpleQueue()
        self._module = module
        self._listener = Thread(target=self._listen, name=f"bench-{module}", daemon=True)
        self._listener.start()

    def __enter__(self) -> Self:
        """Nothing more to do: it runs."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self.stop()

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def hear(self, timeout_s: float) -> Said | None:
        """What it says next; `None`: nothing in time. Raises `KioskError` where it ended."""
        try:
            said = self._said.get(timeout=max(0.0, timeout_s))
        except Empty:
            return None
        if said is None:
            message = f"the bench's {self._module} ended: {self._process.wait(STOP_S)}"
            raise KioskError(message)
        return said

    def tell(self, order: str) -> None:
        """Say something to it: one line on its input."""
        if self._process.stdin:
            self._process.stdin.write(f"{order}\n".encode())
            self._process.stdin.flush()

    def finish(self, timeout_s: float) -> Said | None:
        """Close its input, and hear what it still has to say."""
        if self._process.stdin:
            self._process.stdin.close()
        return self.hear(timeout_s)

    def stop(self) -> None:
        """End it; harmless when it is gone already."""
        self._process.terminate()
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(STOP_S)
        self._listener.join(STOP_S)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            self._said.put(msgspec.json.decode(line, type=Said))
        self._said.put(None)
