"""The themes as the screens' own program knows them: listed, judged and drawn by `kiosk theme`, run beside the hub.

So the hub knows no rule of themes and loads no Qt, and what the console shows is what a screen would make of it.
"""

import subprocess
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias, TypeVar

import msgspec
from msgspec import Struct

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.contract.offer import Offer
from kiosk.hub.themes.orders import Order, OrderBook
from kiosk.hub.themes.queue import ShelfClosed, ThemeQueue
from kiosk.places import PYTHON

Kept = TypeVar("Kept")
Told = TypeVar("Told")
Value: TypeAlias = str | bool | float
Pictures: TypeAlias = Mapping[str, bytes]
"""WebP by name, such as `offer-landscape`."""

LONGEST_S = 30.0
BUILT_IN = "daylight"
MOST_KEPT = 40
"""Answers, and drawings of up to 150 kB each."""


class ThemeOption(Struct, frozen=True):
    """What a manager may adjust, as the theme declares it; `title`, `hint` and each of `titles` are by language."""

    type: str
    title: dict[str, str]
    default: Value
    hint: dict[str, str] = {}
    min: float | None = None
    max: float | None = None
    step: float | None = None
    choices: dict[str, Value] = {}
    titles: dict[str, dict[str, str]] = {}
    most: int = 80


class ShelfTheme(Struct, frozen=True):
    """A theme; `refusal` says why no screen would wear it."""

    name: str
    title: str
    options: dict[str, ThemeOption]
    refusal: str | None = None


class Look(Struct, frozen=True):
    """What a screen wears: a theme by its name, and the values of its options; unless it is told, the first of all."""

    theme: str = BUILT_IN
    options: Mapping[str, Value] = {}


class Clash(Struct, frozen=True):
    """Two colours by their meanings, of which one stands on the other: their contrast, and the least that is needed."""

    ink: str
    ground: str
    contrast: float
    needed: float


class Finding(Struct, frozen=True):
    """What is wrong: the file and the key, and why, in the program's own words; `clash` where it is a contrast."""

    place: str
    why: str
    clash: Clash | None = None


class _Verdict(Struct, frozen=True):
    findings: tuple[Finding, ...]


class ThemeShelf:
    """The shipped themes, and those in `folder`. What was said or drawn once is known until a file of a theme changes.

    So a theme that was looked at is published without asking anew.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._asking = ThemeQueue()
        self._drawing = ThemeQueue()
        self._said: OrderedDict[object, bytes] = OrderedDict()
        self._drawn: OrderedDict[object, Pictures] = OrderedDict()
        self._orders = OrderBook()

    def list_themes(self) -> list[ShelfTheme]:
        """All themes by their names. Raises `ShelfClosed`."""
        return _decode(self._ask(b"", "list", "--json"), list[ShelfTheme])

    def judge(self, name: str, values: Mapping[str, Value]) -> tuple[Finding, ...]:
        """What a screen would find wrong with these values. Raises `ShelfClosed`."""
        return _decode(self._ask(_write(values), "try", name), _Verdict).findings

    def draw(self, name: str, values: Mapping[str, Value], language: str) -> Pictures:
        """The theme with these values, drawn by the screen's own code; nothing where a screen would not wear it.

        One is drawn at a time, and few wait for that. Raises `ShelfClosed`.
        """
        key = (self._stamp(), name, _write(values), language)
        return self._draw(key, _write(values), "try", name, "--language", language, *self._places)

    def order_notice(self, texts: Sequence[str], level: str) -> str:
        """Have a notice drawn in these texts, one a language, as every screen has it: no theme changes that.

        The answer is the name by which it is delivered.
        """
        return self._orders.take(Order(("notice",), msgspec.json.encode({"texts": texts, "level": level})))

    def order_offer(self, offer: Offer, language: str, look: Look, media: Path) -> str:
        """Have an offer drawn as screens of this look show it, with its pictures out of that folder; likewise."""
        given = msgspec.json.encode({"offer": offer, "options": look.options})
        words = ("offer", look.theme, "--language", language, "--media", str(media), *self._places)
        return self._orders.take(Order(words, given))

    def find_order(self, name: str) -> Order | None:
        """What was ordered by this name."""
        return self._orders.find(name)

    def deliver(self, name: str) -> Pictures:
        """What was ordered, drawn by the screen's own code; nothing where nobody did, or too much was since then.

        One is drawn at a time, as above. Raises `ShelfClosed`.
        """
        order = self.find_order(name)
        return self._draw((self._stamp(), name), order.given, *order.words) if order else {}

    def pack(self, name: str, values: Mapping[str, Value]) -> Mapping[str, bytes]:
        """What a screen needs that has none of the store's own themes: packages by the themes' names.

        Raises `ShelfClosed`.
        """
        with TemporaryDirectory() as folder, self._asking.wait_for_turn():
            self._run(_write(values), "try", name, "--packages", folder, *self._places)
            return {path.stem: path.read_bytes() for path in Path(folder).glob("*.zip")}

    @property
    def _places(self) -> tuple[str, ...]:
        """Where else the program looks for themes."""
        return ("--dir", str(self._folder)) if self._folder else ()

    def _draw(self, key: object, given: bytes, *words: str) -> Pictures:
        drawn = self._drawn.get(key)
        if drawn is not None:
            return drawn
        with self._drawing.wait_for_turn(), TemporaryDirectory() as folder:
            if key not in self._drawn:  # nobody drew it meanwhile
                self._run(given, *words, "--out", folder)
                _keep(self._drawn, key, {path.stem: path.read_bytes() for path in Path(folder).glob("*.webp")})
            return self._drawn[key]

    def _ask(self, given: bytes, *words: str) -> bytes:
        key = (self._stamp(), given, words)
        said = self._said.get(key)
        if said is not None:
            return said
        with self._asking.wait_for_turn():
            if key not in self._said:  # nobody asked meanwhile
                _keep(self._said, key, self._run(given, *words, *self._places))
            return self._said[key]

    def _run(self, given: bytes, *words: str) -> bytes:
        command = (*PYTHON, "-m", "kiosk", "theme", *words)
        try:
            done = subprocess.run(command, input=given, capture_output=True, timeout=LONGEST_S, check=False)  # noqa: S603 # our own program; names are held against the list first
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ShelfClosed from error
        if done.returncode not in {0, 1}:
            raise ShelfClosed
        return done.stdout

    def _stamp(self) -> int:
        """Another one once a file in the folder is changed; what ships with the program changes with the program.

        Raises `ShelfClosed` where the folder cannot be looked through, or is being changed.
        """
        files = self._folder.rglob("*") if self._folder else ()
        try:
            return hash(frozenset((file, file.lstat().st_mtime_ns) for file in files))
        except OSError as error:
            raise ShelfClosed from error


def _write(values: Mapping[str, Value]) -> bytes:
    return msgspec.json.encode(dict(sorted(values.items())))


def _keep(shelf: OrderedDict[object, Kept], key: object, what: Kept) -> None:
    shelf[key] = what
    while len(shelf) > MOST_KEPT:
        shelf.popitem(last=False)


def _decode(said: bytes, kind: type[Told]) -> Told:
    try:
        return msgspec.json.decode(said, type=kind)
    except JSON_FLAWS as error:
        raise ShelfClosed from error
