"""Looks into the manager's folder every so often, for as long as the screen runs, and tells what it gives to play."""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.core.fault import FaultSink
from kiosk.poller import Poller
from kiosk.signage.folder import Contents, Stamp, list_contents
from kiosk.signage.importer import Importer, Loop
from kiosk.signage.listing import Refusal
from kiosk.signage.lists import LISTS
from kiosk.worker import Worker

LOOK_S = 2.0
"""From one look to the next. Asking is what works on every disk, stick and network share, and costs next to nothing."""

PATIENCE_S = 3600.0
"""So long a look may take: the first one at a stick full of videos looks into each of them."""

_log = logging.getLogger(__name__)


class FolderWatch:
    """A supervised thread. Fault: `loop` (`folder_gone`, `skipped_items`, `stumbled`).

    `tell` hears of each loop that differs from the one before. A file counts once it has been the same for two looks:
    until then it is being copied, and what it was before plays on. A folder that goes takes nothing with it.
    """

    def __init__(
        self, folder: Path, importer: Importer, tell: Callable[[Loop], None], faults: FaultSink, look_s: float = LOOK_S
    ) -> None:
        self._folder = folder
        self._importer = importer
        self._tell = tell
        self._faults = faults
        self._look_s = look_s
        self._seen: Mapping[str, Stamp] | None = None
        self._settled: Mapping[str, Stamp] = {}
        self._read: tuple[Mapping[str, Stamp], tuple[Refusal, ...]] | None = None
        self._told: Loop | None = None
        self._poller = Poller("folder", self._look_and_wait, look_s, self._own_up, patience_s=PATIENCE_S)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._poller.worker,)

    def start(self) -> None:
        """Begin, with a first look at once."""
        self._poller.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """End, waiting for a look under way at most so long."""
        self._poller.stop(timeout_s)

    def look(self) -> None:
        """One look."""
        try:
            contents = list_contents(self._folder)
        except OSError:
            self._faults.set_fault("loop", "folder_gone")
            return
        before, self._seen = self._seen, contents.files
        if before is None or any(before.get(name) != contents.files.get(name) for name in LISTS):
            # Half a list would play half a loop.
            return
        self._settled = self._settle(before, contents.files)
        if self._read != (self._settled, contents.refusals):
            self._import(contents)
            self._read = self._settled, contents.refusals
        refused = self._told and any(not refusal.is_stray for refusal in self._told.refusals)
        self._faults.set_fault("loop", "skipped_items" if refused else None)

    def _settle(self, before: Mapping[str, Stamp], files: Mapping[str, Stamp]) -> Mapping[str, Stamp]:
        """Each file as it was when it last lay still."""
        still = {name: stamp for name, stamp in files.items() if before.get(name) == stamp}
        moving = files.keys() & self._settled.keys() - still.keys()
        return still | {name: self._settled[name] for name in moving}

    def _import(self, contents: Contents) -> None:
        loop = self._importer.read(self._settled)
        loop = Loop(loop.items, contents.refusals + loop.refusals, loop.epoch)
        if loop == self._told:
            return
        self._tell(loop)
        self._told = loop
        for refusal in loop.refusals:
            level = logging.INFO if refusal.is_stray else logging.WARNING
            _log.log(level, "left out of the loop: %s: %s", refusal.name, refusal.reason)

    def _look_and_wait(self) -> float:
        self.look()
        return self._look_s

    def _own_up(self) -> None:
        self._faults.set_fault("loop", "stumbled")
