"""Takes what a source tells of members: each message once, and the same answer however often it is told."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.profile.diary import Origin, keep_fact
from kiosk.hub.domain.profile.identity import find_known, recognise
from kiosk.hub.domain.profile.message import Message, MessageRefused, Refusal, Type, read_message, read_time
from kiosk.hub.domain.profile.permission import Word, hear_word, settle_consent
from kiosk.hub.domain.profile.reading import list_handles, read_fact
from kiosk.hub.domain.profile.refresh import refresh_profile
from kiosk.hub.domain.profile.trait import KEPT as KEPT_FOR
from kiosk.hub.models.members.consent import is_given
from kiosk.hub.models.profile.ended_consent import forget_ends
from kiosk.hub.models.profile.heard_message import HeardMessage, forget_heard, map_outcomes
from kiosk.hub.models.store.source import Source

REMEMBERED = timedelta(days=30)
"""So long a repeat is known. What happened before that is refused, so that none can come later than it is known."""
MOST_AT_ONCE = 5
"""So many messages are taken in one transaction: whoever else writes, a tap above all, waits that long."""
KEPT, UNALLOWED = "kept", "unallowed"


class Outcome(Struct, frozen=True, rename="camel"):
    """What came of a message: `kept`; `unallowed`, for she does not allow it, and nothing of it stays; or a `Refusal`.

    `message_id` is empty where there was none to be read.
    """

    message_id: str
    outcome: str

    @property
    def is_refused(self) -> bool:
        """Whether sending it again as it is would not help."""
        return self.outcome not in (KEPT, UNALLOWED)


class Intake:
    """What one source tells in one transaction."""

    def __init__(self, hub: Hub, session: Session, source: Source) -> None:
        self._hub = hub
        self._session = session
        self._source = source
        self._known: dict[str, str] = {}
        self._touched: dict[str, None] = {}

    def take_all(self, contents: Sequence[bytes], kind: Type | None = None) -> list[Outcome]:
        """Take these messages in their order; `kind` is the type of all, where the address said so."""
        messages: list[Message | Refusal] = [_try_read(content, kind) for content in contents]
        ids = [message.message_id for message in messages if isinstance(message, Message) and message.message_id]
        self._known.update(map_outcomes(self._session, self._source.store_id, self._source.id, ids))
        outcomes = [self._take_once(message) for message in messages]
        self.refresh()
        forget_heard(self._session, self._hub.now() - REMEMBERED)
        forget_ends(self._session, self._hub.now() - KEPT_FOR)
        return outcomes

    def take(self, message: Message, message_id: str, at: datetime) -> str:
        """Take what happened then, and say what came of it; `refresh` is due afterwards.

        Raises a 429 `Problem` where a source that vouches for nobody told of too many new ones.
        """
        store_id, source = self._source.store_id, self._source
        handles = list_handles(self._session, store_id, message, vouches=source.vouches)
        proven = [handle for handle in handles if handle.is_verified]
        if not proven:
            return "nobody_proven"
        word = Word(message.allows(PERSONAL_OFFERS), source.id, at)
        if not hear_word(self._session, store_id, proven, word):
            return UNALLOWED
        known = find_known(self._session, store_id, handles)
        if not word.allows and not any(is_given(self._session, key, PERSONAL_OFFERS) for key in known):
            return UNALLOWED
        if not known and not source.vouches:
            self._hub.newcomers.enter(f"{store_id} {source.id}", self._hub.now())
        key = recognise(self._hub, self._session, store_id, handles)
        if key is None or not settle_consent(self._hub, self._session, key, word):
            return UNALLOWED
        if message.type != "identify":
            keep_fact(self._session, Origin(store_id, source.id, message_id), key, read_fact(message, at))
        self._touched[key] = None
        return KEPT

    def refresh(self) -> None:
        """Reckon anew what is known of those whom the messages were about."""
        for key in self._touched:
            refresh_profile(self._hub, self._session, key)
        self._touched.clear()

    def _take_once(self, message: Message | Refusal) -> Outcome:
        if not isinstance(message, Message):
            return Outcome("", message)
        message_id = message.message_id or self._hub.mint()
        if message_id not in self._known:
            self._known[message_id] = self._try_take(message, message_id)
            heard = HeardMessage(
                store_id=self._source.store_id,
                source_id=self._source.id,
                id=message_id,
                outcome=self._known[message_id],
                heard_at=self._hub.now(),
            )
            self._session.add(heard)
        return Outcome(message_id, self._known[message_id])

    def _try_take(self, message: Message, message_id: str) -> str:
        try:
            at = read_time(message, self._hub.now())
        except MessageRefused as refused:
            return refused.code
        if at < self._hub.now() - REMEMBERED:
            return "too_old"
        return self.take(message, message_id, at)


def _try_read(content: bytes, kind: Type | None) -> Message | Refusal:
    try:
        return read_message(content, kind)
    except MessageRefused as refused:
        return refused.code
