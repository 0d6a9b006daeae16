"""The real screen, before which a day passes in a hurry, and says now and then what it holds.

`python -m kiosk.bench.soaking_screen CHANGES`: amid them its theme changes, some pictures of its loop are none, and
broker and card reader fail and come back.
"""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import msgspec

from kiosk import settings
from kiosk.app.memory import settle_memory, trim_memory
from kiosk.bench.counting import count_holding, count_types
from kiosk.bench.enduring_screen import RULES, Hurry, Pictures
from kiosk.bench.hurried_day import HurriedDay
from kiosk.bench.hurried_loop import make_mixed_loop
from kiosk.bench.mishaps import Mishaps
from kiosk.bench.soaked import Soaked
from kiosk.contract.offer import MediaRef
from kiosk.core.glass.scene import Attract, Scene
from kiosk.screen.display.application import make_application
from kiosk.theming.shelf import find_theme

LOOKS = 20
"""Of a day's changes one in 500 or so is followed by one."""
THEMES = ("daylight", "contrast")
"""The first is worn whenever it looks: another theme holds something else."""
_BROKEN = 40
"""Of so many pictures one is none."""
_MISHAP_EVERY = 500
"""Changes, and one with the first look."""


class Soak:
    """One day of so many changes; what fails in it keeps its files in `folder`."""

    def __init__(self, changes: int, folder: Path) -> None:
        self._pictures = Pictures()
        self._mishaps = Mishaps(folder)
        self._mishap_due = 0
        self._is_struck = False
        self._every = max(1, changes // LOOKS)
        self._hurry = Hurry(make_application(settings.Display(fullscreen=False)), self._find_file)
        self._themes = [find_theme(settings.Theme(name=name)).theme for name in THEMES]
        self._day = HurriedDay(make_mixed_loop(self._pictures.list_refs()), RULES)
        self._slowest_s = 0.0
        settle_memory()  # as the app does: else what the C library keeps for later hides what grows

    def run(self) -> Iterator[Soaked]:
        """What it held, and how long the slowest change took, since the last time; without end."""
        changes = looked_at = 0
        for scene in self._day.play():
            if not self._hurry.screen.stage.has_picture(scene):
                continue
            self._show(scene)
            changes += 1
            if self._is_struck and changes - looked_at >= self._every / 2:
                self._mishaps.mend()
                self._is_struck = False
            if changes - looked_at >= self._every and is_picture(scene):
                looked_at = changes
                self._mishaps.wait_until_well()
                self._dress(0)
                yield self._look(changes)
                self._dress(1)
                self._strike(changes)

    def close(self) -> None:
        """Close the window, and end what may fail."""
        self._hurry.screen.close()
        self._mishaps.close()

    def _show(self, scene: Scene) -> None:
        began = monotonic()
        self._hurry.show(scene)
        self._slowest_s = max(self._slowest_s, monotonic() - began)

    def _strike(self, changes: int) -> None:
        if changes >= self._mishap_due:
            self._mishap_due = changes + _MISHAP_EVERY
            self._mishaps.strike()
            self._is_struck = True

    def _dress(self, number: int) -> None:
        """Wear that theme, and return once it is on the glass."""
        screen, theme = self._hurry.screen, self._themes[number]
        if screen.worn is not theme:
            screen.dress(theme)
            self._hurry.wait_until(lambda: screen.worn is theme)

    def _look(self, changes: int) -> Soaked:
        trim_memory()
        holding = count_holding(changes, self._hurry.views)
        slowest_s, self._slowest_s = self._slowest_s, 0.0
        return Soaked(holding, self._day.hours, slowest_s, count_types(), self._mishaps.count)

    def _find_file(self, ref: MediaRef) -> Path:
        """Where the picture lies; of some this very file, which is none."""
        return Path(__file__) if is_broken(ref) else self._pictures.find_file(ref)


def is_broken(ref: MediaRef) -> bool:
    """Whether this picture of the loop is none."""
    return int(ref.sha256, 16) % _BROKEN == 0


def is_picture(scene: Scene) -> bool:
    """Such a scene holds always the same, whatever came before it."""
    return isinstance(scene, Attract) and scene.item is not None and scene.item.kind == "image"


def main(arguments: list[str]) -> int:
    """Play at least so many changes, and one look's worth of them."""
    changes = int(arguments[0])
    logging.getLogger("kiosk").setLevel(logging.ERROR)  # what is made to fail here is no news
    with TemporaryDirectory(prefix="vitrine-bench-") as folder:
        soak = Soak(changes, Path(folder))
        for soaked in soak.run():
            sys.stdout.buffer.write(msgspec.json.encode(soaked) + b"\n")
            sys.stdout.buffer.flush()
            if soaked.holding.changes > changes - changes // LOOKS:
                break
        soak.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
