import pytest
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import Message
from tests.hub.running import A_HASH, NOW


def _keep(hub: Hub, bookmark_id: str, offer: str, language: str = "de", kind: str = "uid") -> tuple[Bookmark, str]:
    with hub.database.write() as session:
        tap = Tap(bookmark_id, "f", kind, A_HASH, NOW, language)
        bookmark = keep_offer(hub, session, session.get_one(Offer, offer), tap)
        message = session.scalars(select(Message).where(Message.bookmark_id == bookmark_id)).one()
        return bookmark, message.text


@pytest.mark.parametrize(
    ("language", "phrase"),
    [("de", "„Steinzeugbecher“ ist für Sie gemerkt"), ("en", "kept “Stoneware mug”"), ("fr", "kept “Stoneware mug”")],
)
def test_the_store_greets_in_the_language_of_the_tap(hub: Hub, language: str, phrase: str) -> None:
    assert phrase in _keep(hub, "b", "o-mug", language)[1]


def test_a_second_bookmark_goes_on_where_the_first_ended(hub: Hub) -> None:
    first, _ = _keep(hub, "b1", "o-mug")
    second, _ = _keep(hub, "b2", "o-lamp")

    assert (first.was_known, second.was_known) == (False, True)
    assert second.conversation_id == first.conversation_id
    assert second.first_message_id > first.first_message_id


@pytest.mark.parametrize(("kind", "greeting"), [("browser", "Auch „Pilzleuchte“"), ("uid", "Schön, dass Sie da sind.")])
def test_only_a_phones_own_greeting_says_that_something_was_kept_before(hub: Hub, kind: str, greeting: str) -> None:
    _keep(hub, "b1", "o-mug", kind=kind)

    assert _keep(hub, "b2", "o-lamp", kind=kind)[1].startswith(greeting)
