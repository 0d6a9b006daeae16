from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.claim import get_claim_of
from kiosk.hub.models.conversation.kept import Kept, get_kept
from tests.hub.running import A_HASH, NOW


def test_what_was_kept_is_told_with_its_conversation_and_its_claim(hub: Hub) -> None:
    with hub.database.write() as session:
        row = keep_offer(hub, session, session.get_one(Offer, "o-mug"), Tap("b", "f", "uid", A_HASH, NOW, "de"))

        assert get_kept(session, "b") == Kept("b", False, row.conversation_id, get_claim_of(session, "b").token, None)  # noqa: FBT003 - a value of the row
