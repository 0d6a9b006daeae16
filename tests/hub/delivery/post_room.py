"""A hub's messages and a channel that is nobody's: what it is told to answer, it answers."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.delivery.carrier import Outcome, Sending
from kiosk.hub.domain.consent.allowance import allow
from kiosk.hub.domain.conversation.page import Page
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.errand import Errand, list_errands
from kiosk.hub.models.conversation.message import Message
from kiosk.hub.models.members.member import Member
from tests.hub.thread import list_thread


class MadeUpCarrier:
    """Sends into `sent`, by the message's text, as long as `outcomes` says nothing else."""

    def __init__(self, outcomes: Sequence[Outcome] = (), *, reaches: bool = True) -> None:
        self.outcomes = list(outcomes)
        self.reaches = reaches
        self.sent: list[str] = []

    def prepare(self, session: Session, page: Page, message: Message) -> Sending | None:
        assert message in session
        assert page.bookmark_id == message.bookmark_id
        return (lambda: self._send(message.text)) if self.reaches else None

    def _send(self, text: str) -> Outcome:
        outcome = self.outcomes.pop(0) if self.outcomes else Outcome(is_sent=True)
        if outcome.is_sent:
            self.sent.append(text)
        return outcome


def permit(hub: Hub, bookmark: Bookmark, *channels: str) -> None:
    """The member allows these channels."""
    with hub.database.write() as session:
        for channel in channels:
            allow(hub, session, session.get_one(Member, bookmark.member_key), f"messages:{channel}")


def list_outcomes(hub: Hub, bookmark: Bookmark) -> dict[str, str | None]:
    """What came of the errands of the last message, by channel."""
    return {errand.channel: errand.outcome for errand in _list(hub, bookmark)}


def find_due_times(hub: Hub, bookmark: Bookmark) -> list[object]:
    """When those that are not over are due."""
    return [errand.due_at for errand in _list(hub, bookmark) if errand.due_at]


def _list(hub: Hub, bookmark: Bookmark) -> list[Errand]:
    with hub.database.read() as session:
        return list(list_errands(session, list_thread(hub, bookmark)[-1].id))
