from kiosk.hub.context import Hub
from kiosk.hub.domain.bookmark import Tap, keep_offer
from kiosk.hub.models.claim import Claim, find_claim, get_claim_of, is_open_to, open_claim
from kiosk.hub.models.offer import Offer
from tests.hub.running import A_HASH, NOW


def test_a_claim_belongs_to_the_first_that_opens_it() -> None:
    claim = Claim(token=A_HASH, bookmark_id="b")

    assert is_open_to(claim, "second")
    assert open_claim(claim, "first", NOW)
    assert not open_claim(claim, "second", NOW)
    assert not is_open_to(claim, "second")
    assert open_claim(claim, "first", NOW)
    assert (claim.browser_hash, claim.opened_at) == ("first", NOW)


def test_every_bookmark_has_a_claim_that_is_found_by_its_token(hub: Hub) -> None:
    with hub.database.write() as session:
        keep_offer(hub, session, session.get_one(Offer, "o-mug"), Tap("b", "f", "uid", A_HASH, NOW, "de"))
        claim = get_claim_of(session, "b")

        assert find_claim(session, claim.token) is claim
        assert len(claim.token) >= 40
