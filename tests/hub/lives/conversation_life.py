"""The life of a conversation: phone and console write at once, twice or into a power cut, and all is said once."""

from collections import Counter
from datetime import datetime, timedelta

import requests
from hypothesis import strategies as some
from hypothesis.stateful import invariant, rule
from sqlalchemy import select

from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.conversation import Conversation
from kiosk.hub.models.conversation.errand import Errand
from kiosk.hub.models.conversation.message import Message
from tests.hub.lives.failing_shop import Ask
from tests.hub.lives.life import Life
from tests.hub.lives.power import CUTS, Cut
from tests.hub.lives.stage import PAGES
from tests.hub.running import DEADLINE_S

_FORMS = some.integers(0, 4)
_PAGES = some.sampled_from(range(len(PAGES)))


class ConversationLife(Life):
    """Anna writes with five forms, on either page, and the staff answer with five of theirs."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = set[str]()
        self.read = dict[int, datetime]()

    @rule(form=_FORMS, page=_PAGES, cut=CUTS)
    def write(self, form: int, page: int, cut: Cut | None) -> None:
        self._say((self._write(form, page), f"asked {form}"), cut=cut)

    @rule(form=_FORMS, cut=CUTS)
    def write_twice_at_once(self, form: int, cut: Cut | None) -> None:
        self._say(*((self._write(form, page), f"asked {form}") for page in (0, 1)), cut=cut)

    @rule(form=_FORMS, cut=CUTS)
    def answer(self, form: int, cut: Cut | None) -> None:
        self._say((self._answer(form), f"answered {form}"), cut=cut)

    @rule(asked=_FORMS, answered=_FORMS, cut=CUTS)
    def write_while_the_staff_answer(self, asked: int, answered: int, cut: Cut | None) -> None:
        asks = ((self._write(asked, 0), f"asked {asked}"), (self._answer(answered), f"answered {answered}"))
        self._say(*asks, cut=cut)

    @rule(page=_PAGES, state=some.sampled_from(["visible", "hidden"]), cut=CUTS)
    def look(self, page: int, state: str, cut: Cut | None) -> None:
        path = f"{self.stage.claims[page]}/thread?state={state}"
        self.expect({200}, lambda: self._open(self.stage.phone, path), cut=cut)

    @rule(cut=CUTS)
    def read_at_the_console(self, cut: Cut | None) -> None:
        self.expect({200}, lambda: self._open(self.stage.desk, self.stage.inbox), cut=cut)

    @rule()
    def wait(self) -> None:
        self.shop.dial.turn(timedelta(seconds=30))

    def _write(self, form: int, page: int) -> Ask:
        fields = {**self.stage.phone_fields[page], "nonce": f"{form:032}", "text": f"asked {form}"}
        return self.shop.send(self.stage.phone, self.stage.claims[page], fields)

    def _answer(self, form: int) -> Ask:
        fields = {**self.stage.desk_fields, "nonce": f"n-{form}", "text": f"answered {form}"}
        return self.shop.send(self.stage.desk, self.stage.inbox, fields)

    def _open(self, browser: requests.Session, path: str) -> requests.Response:
        return browser.get(self.shop.url + path, timeout=DEADLINE_S)

    def _say(self, *said: tuple[Ask, str], cut: Cut | None) -> None:
        answers = self.shop.do(*(ask for ask, _ in said), cut=cut)
        assert {answer.status_code for answer in answers if answer is not None} <= {303}
        self.heard |= {text for answer, (_, text) in zip(answers, said, strict=True) if answer is not None}

    def _list_messages(self) -> list[Message]:
        with self.shop.hub.database.read() as session:
            return list(session.scalars(select(Message).order_by(Message.id)))

    @invariant()
    def what_was_heard_is_said_once_and_nothing_twice(self) -> None:
        said = Counter(message.text for message in self._list_messages() if message.nonce is not None)
        assert self.heard <= set(said)
        assert max(said.values(), default=1) == 1

    @invariant()
    def it_is_one_conversation_in_its_order(self) -> None:
        messages = self._list_messages()
        with self.shop.hub.database.read() as session:
            (conversation,) = session.scalars(select(Conversation.id)).all()
            assert set(session.scalars(select(Bookmark.conversation_id))) == {conversation}
        assert {message.conversation_id for message in messages} == {conversation}
        assert [message.written_at for message in messages] == sorted(message.written_at for message in messages)

    @invariant()
    def what_the_staff_said_has_one_errand(self) -> None:
        said = [message.id for message in self._list_messages() if message.entry == "console"]
        with self.shop.hub.database.read() as session:
            assert sorted(session.scalars(select(Errand.message_id))) == said

    @invariant()
    def what_was_read_stays_read(self) -> None:
        messages = self._list_messages()
        read = {message.id: message.read_at for message in messages if message.read_at}
        assert self.read.items() <= read.items()
        assert all(
            message.delivered_at and message.delivered_at <= read[message.id] for message in messages if message.read_at
        )
        self.read = read
