"""Learns beside the glass: reckoning, logging and counting must hold up no frame."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from kiosk.contract.instant import Instant
from kiosk.core.effects import Announcement, AnnounceShown
from kiosk.core.events import Event, RankerChanged
from kiosk.learning.decision import record_choice
from kiosk.learning.decision_log import DecisionLog
from kiosk.learning.feedback import Feedback, Gain, count_redeemed
from kiosk.learning.memory import Memory
from kiosk.learning.memory_file import MemoryFile
from kiosk.learning.ranker import LearntRanker
from kiosk.mailbox import Mailbox
from kiosk.offers.posterior import Redeemed
from kiosk.worker import Worker

SAVE_S = 30.0
"""What was learnt in so many seconds may be lost at a power cut: to write at each showing would wear the disk out."""
MOST_WAITING = 64
"""So many notes may wait before what other screens say is dropped; what this screen saw never is."""

_log = logging.getLogger(__name__)


class _Note(Struct, frozen=True):
    said: Announcement
    swapped_at: float
    now: Instant


class _Credit(Struct, frozen=True):
    redeemed: Redeemed


class Outlets(Struct, frozen=True):
    """Where the learner's findings go; all of them are called on its thread.

    `post` takes `RankerChanged` whenever there is something new to rank by; `tell` each announcement, with the
    propensity of one that was chosen; `share` what was learnt, each time that it is kept.
    """

    post: Callable[[Event], None]
    tell: Callable[[Announcement, Instant, float | None], None]
    share: Callable[[Memory], None]


class Learner:
    """A supervised thread; `explore` is the share of choices left to chance alone."""

    def __init__(self, folder: Path, screen: str, explore: float, outlets: Outlets) -> None:
        self._file = MemoryFile(folder)
        self._decisions = DecisionLog(folder)
        self._screen = screen
        self._explore = explore
        self._outlets = outlets
        self._feedback = Feedback()
        self._memory = Memory()
        self._saved_at = 0.0
        self._notes: Mailbox[_Note | Memory | _Credit] = Mailbox("learner", self._take, self._recall, self._save)

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._notes.worker,)

    def start(self) -> None:
        """Begin; what was noted before is not forgotten."""
        self._notes.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Take in all that was noted, waiting at most so long, and keep it."""
        self._notes.stop(timeout_s)

    def note(self, said: Announcement, swapped_at: float, now: Instant) -> None:
        """Learn from what was on the glass at this monotonic time (seconds). Returns at once."""
        self._notes.put(_Note(said, swapped_at, now))

    def hear(self, memory: Memory) -> None:
        """Take in what other screens have learnt; to hear the same again changes nothing. Returns at once."""
        if len(self._notes) < MOST_WAITING:
            self._notes.put(memory)

    def credit(self, redeemed: Redeemed) -> None:
        """Take in what was redeemed of this screen's bookmarks, ever; to hear it again changes nothing.

        Returns at once. It may be dropped, or lost with the power: tell it now and then.
        """
        if len(self._notes) < MOST_WAITING:
            self._notes.put(_Credit(redeemed))

    def _recall(self) -> None:
        self._remember(self._file.load())

    def _take(self, note: _Note | Memory | _Credit) -> None:
        if isinstance(note, _Note):
            self._take_said(note)
        elif isinstance(note, Memory):
            self._join(note)
        else:
            self._add(count_redeemed(note.redeemed, self._memory.screens.get(self._screen, {})))

    def _take_said(self, note: _Note) -> None:
        propensity = self._log_decision(note)
        self._outlets.tell(note.said, note.now, propensity)
        self._learn(note)
        if note.swapped_at - self._saved_at >= SAVE_S:
            self._saved_at = note.swapped_at
            self._save()

    def _join(self, heard: Memory) -> None:
        memory = self._memory.hear(heard, self._screen)
        if memory != self._memory:
            self._remember(memory)

    def _log_decision(self, note: _Note) -> float | None:
        said = note.said
        decision = record_choice(said, note.now.wall) if isinstance(said, AnnounceShown) else None
        if decision is None:
            return None
        try:
            self._decisions.write(decision)
        except OSError as error:
            _log.warning("a decision could not be logged (%s)", os.strerror(error.errno or 0))
        return decision.propensity

    def _learn(self, note: _Note) -> None:
        said, feedback = note.said, self._feedback
        if isinstance(said, AnnounceShown):
            self._add(feedback.take_shown(said, note.swapped_at))
        else:
            self._add(feedback.take_tap(said))

    def _add(self, gains: list[Gain]) -> None:
        memory = self._memory
        for gain in gains:
            memory = memory.note(self._screen, gain.offer, gain.cell, gain.tally)
        if gains:
            self._remember(memory)

    def _remember(self, memory: Memory) -> None:
        self._memory = memory
        self._outlets.post(RankerChanged(LearntRanker(memory, self._screen, self._explore)))

    def _save(self) -> None:
        self._outlets.share(self._memory)
        try:
            self._file.save(self._memory)
        except OSError as error:
            _log.warning("what was learnt could not be written (%s)", os.strerror(error.errno or 0))
