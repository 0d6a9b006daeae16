"""Hears what is said to this screen: the store's notice, and commands. What comes faster than it is of use waits."""

import logging
import math
from collections.abc import Callable
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.events import BoardChanged, Event, IdentityAsked, ScreenshotAsked, VisitBegan
from kiosk.core.notice.bulletin import Board
from kiosk.fleet.command import (
    ChooseTheme,
    ClearNotice,
    Command,
    Greet,
    Identify,
    Reload,
    Screenshot,
    ShowNotice,
    Unreadable,
    read_command,
)
from kiosk.fleet.command_filter import CommandFilter
from kiosk.fleet.inbox import HeardCommand, HeardNotice, Inbox
from kiosk.fleet.messages import AnswerMessage, name_notice_topic, name_topic
from kiosk.fleet.notice_message import NoticeRefused, read_notice
from kiosk.fleet.status import Clocks

BAD_NOTICE = "bad_notice"
"""The fault: what the store said last is no notice, and the one before it stands."""
REST_S = 0.25
"""Between two looks at what was heard: a flood of notices is no flood of writing to disk."""
COMPLAIN_S = 60.0
STANDS_S = 60.0
"""So long the last notice stands where the broker keeps none: it may have forgotten what the store still says."""

_log = logging.getLogger(__name__)


class Hands(Struct, frozen=True):
    """What commands may set in motion; each returns at once.

    `post` takes events for the core, `keep` the board for the disk, `reload` asks for offers and shoppers; `dress` has
    a theme put on, and answers.
    """

    post: Callable[[Event], None]
    keep: Callable[[Board], None]
    reload: Callable[[], None]
    dress: Callable[[ChooseTheme], None]


class Ear:
    """Takes messages on the network thread (`hear`, `begin_anew`, `note_echo`); all else is done by who `attend`s.

    `board` is what hung there when the program ended. Once the line is up, what the broker keeps takes the place of the
    store's notice. Where the broker keeps nothing, the notice was withdrawn meanwhile or the broker has forgotten it:
    it stands for `STANDS_S` more, in which whoever wrote it can say it again, and is cleared then.
    """

    def __init__(self, store: str, screen: str, board: Board, hands: Hands, clocks: Clocks) -> None:
        self._notice_topic = name_notice_topic(store)
        self._command_topic = name_topic(store, screen, "command")
        self._board = board
        self._hands = hands
        self._clocks = clocks
        self._filter = CommandFilter()
        self._inbox = Inbox()
        self._is_in_doubt = True
        self._stands_until = math.inf
        self._rests_until = 0.0
        self._complained_at = -COMPLAIN_S
        self.fault: str | None = None

    @property
    def topics(self) -> tuple[str, ...]:
        """What to subscribe to, at QoS 1."""
        return self._notice_topic, self._command_topic

    def begin_anew(self) -> None:
        """The line is up again; what the broker keeps comes before anything that is said from now on."""
        self._is_in_doubt, self._stands_until = True, math.inf

    def note_echo(self) -> None:
        """What was said after the line was up came back: by now the kept notice was heard, if there is one."""
        if self._is_in_doubt:
            self._is_in_doubt, self._stands_until = False, self._clocks.mono() + STANDS_S

    def hear(self, topic: str, payload: bytes, *, retained: bool) -> None:
        """Take in a message on one of the topics."""
        at = self._clocks.mono()
        if topic == self._notice_topic:
            self._is_in_doubt, self._stands_until = False, math.inf
            self._inbox.put_notice(HeardNotice(payload, at))
        elif topic == self._command_topic:
            self._inbox.put_command(HeardCommand(read_command(payload), at, retained))

    def wait_s(self, now: float) -> float | None:
        """Seconds until `attend` has something to do; `None`: until something is heard."""
        due = min(self._stands_until, math.inf if self._inbox.is_empty() else self._rests_until)
        return None if due == math.inf else max(0.0, due - now)

    def attend(self, now: float) -> list[AnswerMessage]:
        """Do what was asked for meanwhile, unless it is too soon after the last time; what to answer."""
        if self.wait_s(now) != 0:
            return []
        self._rests_until = now + REST_S
        answers = self._attend_notices(now)
        # A notice waits for one slow command at most, and a flood of commands is no endless one.
        while heard := self._inbox.take_command(now):
            answers += self._obey(heard)
            answers += self._attend_notices(now)
        return answers

    def _attend_notices(self, now: float) -> list[AnswerMessage]:
        board = self._board
        notice, commands = self._inbox.take_notices()
        if notice:
            self._take_notice(notice)
        elif now >= self._stands_until:
            self._stands_until = math.inf
            self._hang(replace(board, store=None), now)
        answers = [answer for heard in commands for answer in self._obey(heard)]
        if self._board != board:
            self._hands.keep(self._board)
        return answers

    def _take_notice(self, heard: HeardNotice) -> None:
        try:
            bulletin = read_notice(heard.payload)
        except NoticeRefused as refused:
            self.fault = BAD_NOTICE
            self._complain("a notice", str(refused))
            return
        self.fault = None
        self._hang(replace(self._board, store=bulletin), heard.at)

    def _hang(self, board: Board, heard_at: float, trigger: str | None = None) -> None:
        if board != self._board:
            self._board = board
            self._hands.post(BoardChanged(board, heard_at, trigger))

    def _obey(self, heard: HeardCommand) -> list[AnswerMessage]:
        """What to answer, if anything."""
        admitted = self._filter.admit(heard.read, self._clocks.wall(), retained=heard.retained)
        if isinstance(admitted, Unreadable):
            self._complain("a command", admitted.flaw)
            return []
        answer = admitted if isinstance(admitted, AnswerMessage) else self._carry_out(admitted, heard.at)
        return [answer] if answer else []

    def _carry_out(self, command: Command, heard_at: float) -> AnswerMessage | None:
        match command:
            case Identify():
                self._hands.post(IdentityAsked())
            case Screenshot():
                self._hands.post(ScreenshotAsked(command.id))
                return None
            case Reload():
                self._hands.reload()
            case Greet():
                self._hands.post(VisitBegan())
            case ShowNotice():
                self._hang(replace(self._board, own=command.as_bulletin()), heard_at, command.id)
            case ClearNotice():
                self._hang(replace(self._board, own=None), heard_at, command.id)
            case ChooseTheme():
                self._hands.dress(command)
                return None
            case _:
                assert_never(command)
        return AnswerMessage(command.id)

    def _complain(self, what: str, flaw: str) -> None:
        now = self._clocks.mono()
        if now - self._complained_at >= COMPLAIN_S:
            self._complained_at = now
            _log.warning("%s could not be read and was dropped: %s", what, flaw)
