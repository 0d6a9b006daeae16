import pytest

from kiosk.hub.web.links import is_for_this_machine_alone, link_claim, link_offer, link_tablet


def test_an_offers_address_is_safe_whatever_its_id() -> None:
    assert link_offer("https://hub", "o/ä ?", "w&1") == "https://hub/offers/o%2F%C3%A4%20%3F?screen=w%261"


def test_a_claims_address_ends_in_its_token() -> None:
    assert link_claim("https://hub", "t") == "https://hub/c/t"


def test_a_code_for_the_tablet_stands_where_no_server_reads_it() -> None:
    assert link_tablet("https://hub", "K7Q42MFX") == "https://hub/console/tablet#K7Q42MFX"


@pytest.mark.parametrize(
    ("url", "is_alone"),
    [
        ("http://127.0.0.1:8080", True),
        ("http://localhost:8080", True),
        ("http://[::1]:8080", True),
        ("http://0.0.0.0:8080", True),
        ("http://192.0.2.10:8080", False),
        ("https://hub.shop.example", False),
    ],
)
def test_phones_reach_no_address_of_the_machine_itself(url: str, *, is_alone: bool) -> None:
    assert is_for_this_machine_alone(url) == is_alone
