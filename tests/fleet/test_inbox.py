import pytest

from kiosk.fleet.command import ClearNotice, Command, Identify, Reload, ShowNotice, Unreadable
from kiosk.fleet.inbox import MOST_OF_A_KIND, HeardCommand, HeardNotice, Inbox
from kiosk.fleet.messages import AnswerMessage, Reason


def hear(read: Command | AnswerMessage | Unreadable, at: float = 0.0) -> HeardCommand:
    return HeardCommand(read, at, retained=False)


def take_commands(inbox: Inbox, until: float = 0.0) -> list[HeardCommand]:
    return list(iter(lambda: inbox.take_command(until), None))


def test_of_the_stores_notice_the_last_counts() -> None:
    inbox = Inbox()
    for at in (1.0, 2.0):
        inbox.put_notice(HeardNotice(b"{}", at))
    assert inbox.take_notices() == (HeardNotice(b"{}", 2.0), [])


def test_commands_come_out_in_the_order_in_which_they_came() -> None:
    inbox = Inbox()
    heard = [hear(Reload("c-1"), 1.0), hear(Identify("c-2"), 2.0), hear(Reload("c-3"), 3.0)]
    for one in heard:
        inbox.put_command(one)
    assert inbox.take_notices() == (None, [])
    assert take_commands(inbox, 3.0) == heard


def test_what_comes_later_waits_for_its_own_turn() -> None:
    inbox = Inbox()
    inbox.put_command(hear(Reload("c-1"), 1.0))
    assert take_commands(inbox, 0.9) == []
    assert not inbox.is_empty()


def test_it_is_empty_until_something_is_heard_and_once_that_is_taken() -> None:
    inbox = Inbox()
    assert inbox.is_empty()
    inbox.put_command(hear(Unreadable("id must be text")))
    inbox.put_command(hear(ClearNotice("c-1")))
    assert not inbox.is_empty()
    inbox.take_notices()
    assert not inbox.is_empty()
    take_commands(inbox)
    assert inbox.is_empty()


@pytest.mark.parametrize("flood", [Identify("f"), AnswerMessage("f", Reason.UNKNOWN), Unreadable("id must be text")])
def test_a_flood_of_one_kind_takes_no_room_from_another(flood: Command | AnswerMessage | Unreadable) -> None:
    inbox = Inbox()
    notice, reload = hear(ShowNotice(id="c-1", text="Raus")), hear(Reload("c-2"))
    for heard in (notice, reload, *[hear(flood)] * 10 * MOST_OF_A_KIND):
        inbox.put_command(heard)
    assert inbox.take_notices() == (None, [notice])
    commands = take_commands(inbox)
    assert commands[0] == reload
    assert len(commands) == MOST_OF_A_KIND + 1


def test_of_many_notices_and_withdrawals_the_last_is_never_lost() -> None:
    inbox = Inbox()
    for number in range(10 * MOST_OF_A_KIND):
        inbox.put_command(hear(ShowNotice(id=f"c-{number}", text="Raus"), float(number)))
    inbox.put_command(hear(ClearNotice("last"), 1e6))
    _, commands = inbox.take_notices()
    assert (len(commands), commands[-1].read) == (MOST_OF_A_KIND, ClearNotice("last"))
