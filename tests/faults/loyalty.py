"""The loyalty system of the fault trials: `tests.doubles.booking_server`, and what it took."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from msgspec import Struct

from tests.faults.ledger import Books
from tests.faults.program import start_module


class Loyalty(Struct, frozen=True):
    """A running one."""

    port: int
    process: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @contextmanager
    def healed(self) -> Generator[None, None, None]:
        """It fails nothing within."""
        self._ask("POST", "/heal")
        yield
        self._ask("POST", "/fail")

    def read_books(self) -> Books:
        *rows, last = self._ask("GET", "/books").splitlines()
        _, posts, _, conflicts = last.split()
        booked = dict(row.split(" ", 1) for row in rows)
        return Books(booked, int(posts), int(conflicts))

    def measure_cpu_s(self) -> float:
        """Seconds of a core that it took by now. Source: proc(5)."""
        times = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()[11:13]
        return sum(map(int, times)) / os.sysconf("SC_CLK_TCK")

    def _ask(self, method: str, path: str) -> str:
        line = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            line.request(method, path)
            return line.getresponse().read().decode()
        finally:
            line.close()


@contextmanager
def open_loyalty(seed: int = 1, failing: float = 0.0) -> Generator[Loyalty, None, None]:
    """One that fails this share of what comes, save while it is healed."""
    with start_module("tests.doubles.booking_server", str(seed), str(failing)) as process:
        assert process.stdout
        try:
            yield Loyalty(int(process.stdout.readline()), process.pid)
        finally:
            process.kill()
