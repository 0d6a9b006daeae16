import pytest

from kiosk.fleet.command import ClearNotice, Command, Identify, Reload, ShowNotice
from kiosk.fleet.inbox import MOST_OF_A_KIND, HeardCommand, HeardNotice, Inbox
from kiosk.fleet.messages import AnswerMessage, Reason


def hear(read: Command | AnswerMessage | None, at: float = 0.0) -> HeardCommand:
    return HeardCommand(read, at, retained=False)


def test_of_the_stores_notice_the_last_counts() -> None:
    inbox = Inbox()
    for at in (1.0, 2.0):
        inbox.put_notice(HeardNotice(b"{}", at))
    assert inbox.take() == (HeardNotice(b"{}", 2.0), [])


def test_commands_come_out_in_the_order_in_which_they_came() -> None:
    inbox = Inbox()
    heard = [hear(Reload("c-1"), 1.0), hear(Identify("c-2"), 2.0), hear(Reload("c-3"), 3.0)]
    for one in heard:
        inbox.put_command(one)
    assert inbox.take() == (None, heard)


def test_it_is_empty_until_something_is_heard_and_once_that_is_taken() -> None:
    inbox = Inbox()
    assert inbox.is_empty()
    inbox.put_command(hear(None))
    assert not inbox.is_empty()
    inbox.take()
    assert inbox.is_empty()


@pytest.mark.parametrize("flood", [Identify("f"), AnswerMessage("f", Reason.UNKNOWN), None])
def test_a_flood_of_one_kind_takes_no_room_from_another(flood: Command | AnswerMessage | None) -> None:
    inbox = Inbox()
    notice, reload = hear(ShowNotice(id="c-1", text="Raus")), hear(Reload("c-2"))
    for heard in (notice, reload, *[hear(flood)] * 10 * MOST_OF_A_KIND):
        inbox.put_command(heard)
    _, commands = inbox.take()
    assert commands[:2] == [notice, reload]
    assert len(commands) == MOST_OF_A_KIND + 2


def test_of_many_notices_and_withdrawals_the_last_is_never_lost() -> None:
    inbox = Inbox()
    for number in range(10 * MOST_OF_A_KIND):
        inbox.put_command(hear(ShowNotice(id=f"c-{number}", text="Raus"), float(number)))
    inbox.put_command(hear(ClearNotice("last"), 1e6))
    _, commands = inbox.take()
    assert (len(commands), commands[-1].read) == (MOST_OF_A_KIND, ClearNotice("last"))
