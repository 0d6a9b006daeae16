from sqlalchemy import select

from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY
from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.domain.member_data.knowledge import gather_knowledge
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.members.credential import Credential
from kiosk.hub.models.members.member import Member
from tests.hub.running import A_HASH, NOW


def test_all_that_is_known_of_a_member_is_gathered(hub: Hub) -> None:
    with hub.database.write() as session:
        ben = session.scalars(select(Member).where(Member.visits == 2)).one()
        card = session.scalars(select(Credential).where(Credential.member_key == ben.key)).first()
        assert card
        keep_offer(hub, session, session.get_one(Offer, "o-mug"), Tap("b", "f", card.kind, card.value, NOW, "de"))
        known = gather_knowledge(session, ben)

    assert {consent.purpose for consent in known.consents} == {PROXIMITY, PERSONAL_OFFERS}
    assert (known.beacons, known.cards, known.visits, known.bookmarks, known.messages) == (1, 2, 2, 1, 1)
    assert known.tastes == ["design", "music", "sport"]


def test_of_somebody_anonymous_only_what_she_kept_is_known(hub: Hub) -> None:
    with hub.database.write() as session:
        tap = Tap("b", "f", "browser", A_HASH, NOW, "de")
        bookmark = keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap)
        known = gather_knowledge(session, session.get_one(Member, bookmark.member_key))

    assert (known.consents, known.beacons, known.tastes, known.visits) == ([], 0, [], 0)
    assert (known.cards, known.bookmarks, known.messages) == (1, 1, 1)
    assert A_HASH not in repr(known)
