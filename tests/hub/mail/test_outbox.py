import pytest

from kiosk.hub.mail.letter import Letter
from kiosk.hub.mail.outbox import MOST_WAITING, Outbox, open_outbox
from tests.doubles.mail_server import Inbox, serve_mail
from tests.doubles.notebook import PATIENCE_S
from tests.hub.running import NOW

LETTER = Letter("mara@example.com", "Kleine Freude", "Ihr Link", "Hallo\n", "7", NOW)


def test_what_is_dropped_is_sent_meanwhile() -> None:
    inbox = Inbox()
    with serve_mail(inbox) as server, open_outbox(server) as outbox:
        outbox.drop(LETTER)

        assert inbox.arrived.wait(PATIENCE_S)


@pytest.mark.allow_log("a mail was not sent: no server took it")
def test_a_mail_that_is_not_sent_costs_the_next_ones_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with serve_mail(Inbox()) as server:
        pass
    with open_outbox(server) as outbox:
        for _ in range(2):
            outbox.drop(LETTER)

    assert [record.message.startswith("a mail was not sent") for record in caplog.records] == [True, True]
    assert "mara" not in caplog.text


@pytest.mark.allow_log("a mail was dropped")
def test_no_crowd_fills_the_memory(caplog: pytest.LogCaptureFixture) -> None:
    with serve_mail(Inbox()) as server:
        pass
    outbox = Outbox(server)  # nobody sends yet
    for _ in range(MOST_WAITING + 1):
        outbox.drop(LETTER)

    assert len(caplog.records) == 1
