from kiosk.hub.links import link_claim, link_offer


def test_an_offers_address_is_safe_whatever_its_id() -> None:
    assert link_offer("https://hub", "o/ä ?", "w&1") == "https://hub/offers/o%2F%C3%A4%20%3F?screen=w%261"


def test_a_claims_address_ends_in_its_token() -> None:
    assert link_claim("https://hub", "t") == "https://hub/c/t"
