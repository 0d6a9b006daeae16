"""How a room says what is wrong with its part, and that it is well again."""

from typing import Literal, Protocol

Part = Literal[
    "broker", "api", "nfc", "outbox", "catalogue", "media", "clock", "theme", "loop", "display", "threads", "shelf"
]


class FaultSink(Protocol):
    """Where faults are gathered; safe to call from any thread."""

    def set_fault(self, part: Part, code: str | None) -> None:
        """State the part's fault as a short stable code such as `reader_gone`; `None`: it is well."""
