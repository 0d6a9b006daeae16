from datetime import timedelta

from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.claim import Claim, find_claim, get_claim_of, is_open_to, open_claim, select_held
from tests.hub.running import A_HASH, NOW

LATER = NOW + timedelta(hours=1)


def _keep(hub: Hub, bookmark_id: str) -> None:
    with hub.database.write() as session:
        keep_offer(hub, session, session.get_one(Offer, "o-mug"), Tap(bookmark_id, "f", "uid", A_HASH, NOW, "de"))


def test_a_claim_is_open_to_all_until_it_belongs_to_one() -> None:
    claim = Claim(token=A_HASH, bookmark_id="b")
    before = is_open_to(claim, "second")
    open_claim(claim, "first", NOW)

    assert (before, is_open_to(claim, "second"), is_open_to(claim, "first")) == (True, False, True)


def test_since_when_a_claim_is_a_browsers_is_noted_once() -> None:
    claim = Claim(token=A_HASH, bookmark_id="b")
    open_claim(claim, "first", NOW)
    open_claim(claim, "first", LATER)
    since = claim.opened_at
    open_claim(claim, "hers", LATER)

    assert (since, claim.opened_at, claim.browser_hash) == (NOW, LATER, "hers")


def test_every_bookmark_has_a_claim_that_is_found_by_its_token(hub: Hub) -> None:
    _keep(hub, "b")
    with hub.database.read() as session:
        claim = get_claim_of(session, "b")

        assert find_claim(session, claim.token) is claim
        assert len(claim.token) >= 40


def test_a_browser_holds_the_bookmarks_whose_claims_it_opened(hub: Hub) -> None:
    for bookmark_id in ("a", "b", "c"):
        _keep(hub, bookmark_id)
    with hub.database.write() as session:
        open_claim(get_claim_of(session, "a"), "first", NOW)
        open_claim(get_claim_of(session, "b"), "second", NOW)
    with hub.database.read() as session:
        held = session.scalars(select(Bookmark.id).where(Bookmark.id.in_(select_held("first")))).all()

    assert held == ["a"]
