import pytest
from msgspec.structs import replace

from kiosk.hub.replies.arrival import MOST_BYTES
from kiosk.hub.replies.mailbox import MailboxAway, take_new
from tests.doubles.imap_server import PASSWORD, Letters, run_imap


def test_what_nobody_saw_is_taken_once() -> None:
    letters, taken = Letters({1: b"old", 2: b"a", 7: b"b"}, seen={1}), list[bytes]()
    with run_imap(letters) as mailbox:
        for _ in range(2):
            take_new(mailbox, taken.append)

    assert (taken, letters.seen) == ([b"a", b"b"], {1, 2, 7})


def test_of_what_is_large_only_the_beginning_is_fetched() -> None:
    taken = list[bytes]()
    with run_imap(Letters({1: b"x" * (MOST_BYTES + 9)})) as mailbox:
        take_new(mailbox, taken.append)

    assert [len(mail) for mail in taken] == [MOST_BYTES + 1]


def test_what_could_not_be_taken_is_taken_later() -> None:
    letters, taken = Letters({1: b"a"}), list[bytes]()

    def stumble(_raw: bytes) -> None:
        raise ZeroDivisionError

    with run_imap(letters) as mailbox:
        with pytest.raises(ZeroDivisionError):
            take_new(mailbox, stumble)
        assert letters.seen == set()
        take_new(mailbox, taken.append)

    assert taken == [b"a"]


@pytest.mark.parametrize("breaks_at", ["LOGIN", "SELECT", "UID SEARCH", "UID FETCH", "UID STORE"])
def test_a_line_that_breaks_is_said_without_naming_anybody(breaks_at: str) -> None:
    letters, taken = Letters({1: b"a"}, breaks_at=breaks_at), list[bytes]()
    with run_imap(letters) as mailbox, pytest.raises(MailboxAway, match="check --mail-replies") as caught:
        take_new(mailbox, taken.append)

    assert PASSWORD not in str(caught.value)
    assert len(taken) == (breaks_at == "UID STORE")


def test_whom_the_mailbox_does_not_let_in_is_told_so() -> None:
    with run_imap(Letters()) as mailbox, pytest.raises(MailboxAway):
        take_new(replace(mailbox, password="other"), lambda _: None)  # noqa: S106 # it opens nothing

    assert PASSWORD not in repr(mailbox)
