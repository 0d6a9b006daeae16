"""What is wrong with a theme, so that all of it can be said at once."""

from collections.abc import Sequence

from msgspec import Struct

from kiosk.errors import FileRefused


class Clash(Struct, frozen=True):
    """Two colours by their meanings, of which one stands on the other: their contrast, and the least that is needed."""

    ink: str
    ground: str
    contrast: float
    needed: float


class Finding(Struct, frozen=True):
    """One thing that is wrong: the file and the key, such as `theme.toml: type.price`, and why.

    `clash` is for who says it in other words.
    """

    place: str
    why: str
    clash: Clash | None = None

    def __str__(self) -> str:
        return f"{self.place}: {self.why}" if self.place else self.why


class ThemeRefused(FileRefused):
    """A theme cannot be used; the text says the first reason, `findings` are all of them."""

    def __init__(self, name: str, findings: Sequence[Finding]) -> None:
        first, *others = findings
        more = f" (and {len(others)} more: `kiosk theme check` lists them)" if others else ""
        super().__init__(f"{name}{'/' if first.place else ': '}{first}{more}")
        self.findings = tuple(findings)
