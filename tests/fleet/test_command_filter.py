import json
from datetime import UTC, datetime, timedelta

from kiosk.contract.instant import to_rfc3339
from kiosk.fleet.command import Command, Identify, ShowNotice, Unreadable, read_command
from kiosk.fleet.command_filter import REMEMBERED, CommandFilter
from kiosk.fleet.messages import AnswerMessage, Reason

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def read(**said: object) -> Command | AnswerMessage | Unreadable:
    return read_command(json.dumps(said).encode())


def read_identify(id_: str, expires: datetime | None = None) -> Command | AnswerMessage | Unreadable:
    return read(id=id_, do="identify", expires=expires and to_rfc3339(expires))


def test_a_command_is_let_through_once() -> None:
    commands = CommandFilter()
    assert commands.admit(read_identify("c-1"), NOW, retained=False) == Identify("c-1")
    assert commands.admit(read_identify("c-1"), NOW, retained=False) == AnswerMessage("c-1", Reason.DUPLICATE)
    assert commands.admit(read_identify("c-2"), NOW, retained=False) == Identify("c-2")


def test_a_command_that_the_broker_kept_is_refused() -> None:
    assert CommandFilter().admit(read_identify("c-1"), NOW, retained=True) == AnswerMessage("c-1", Reason.RETAINED)


def test_a_command_is_refused_from_the_moment_at_which_it_expires() -> None:
    expires = NOW + timedelta(seconds=30)
    late = CommandFilter().admit(read_identify("c-1", expires), expires, retained=False)
    assert late == AnswerMessage("c-1", Reason.EXPIRED)
    assert isinstance(CommandFilter().admit(read_identify("c-1", expires), NOW, retained=False), Identify)


def test_a_notice_whose_time_has_passed_is_refused() -> None:
    notice = read(id="c-1", do="notice", text="Raus", until=to_rfc3339(NOW))
    assert CommandFilter().admit(notice, NOW, retained=False) == AnswerMessage("c-1", Reason.EXPIRED)
    assert isinstance(CommandFilter().admit(notice, NOW - timedelta(seconds=1), retained=False), ShowNotice)


def test_it_remembers_the_last_ids_and_no_more() -> None:
    commands = CommandFilter()
    for number in range(REMEMBERED + 1):
        commands.admit(read_identify(f"c-{number}"), NOW, retained=False)
    assert commands.admit(read_identify("c-1"), NOW, retained=False) == AnswerMessage("c-1", Reason.DUPLICATE)
    assert commands.admit(read_identify("c-0"), NOW, retained=False) == Identify("c-0")


def test_what_cannot_be_read_is_answered_where_its_id_can() -> None:
    unreadable = Unreadable("id must be text")
    assert CommandFilter().admit(unreadable, NOW, retained=False) is unreadable
    unknown = CommandFilter().admit(read(id="c-1", do="reboot"), NOW, retained=False)
    assert unknown == AnswerMessage("c-1", Reason.UNKNOWN)
