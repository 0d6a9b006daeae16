from tests.hub.console.clerk import Clerk
from tests.hub.console.few_themes import WEBP
from tests.hub.console.themes.test_themes import PUBLISH

OFFER = "/console/offers/o-mug"


def list_addresses(clerk: Clerk, path: str = OFFER) -> list[str]:
    """Where the pictures of its preview are."""
    page = clerk.open(path).text
    return [part.split('"')[0] for part in page.split('<img src="')[1:] if part.startswith("/console/drawings/")]


def find_words(clerk: Clerk, address: str) -> str:
    """What the screens' own program is told for it."""
    order = clerk.running.hub.themes.find_order(address.split("/")[3])
    assert order is not None
    return " ".join(order.words)


def test_an_offer_is_drawn_both_ways_by_the_screens_own_program(mara: Clerk) -> None:
    addresses = list_addresses(mara)

    assert [address.rsplit("/", maxsplit=1)[1] for address in addresses] == ["offer-landscape", "offer-portrait"]
    assert [mara.open(address).content for address in addresses] == [WEBP] * 2


def test_it_is_drawn_in_what_was_published_last_and_in_the_readers_language(mara: Clerk) -> None:
    assert find_words(mara, list_addresses(mara)[0]).startswith("offer daylight --language de")
    mara.fill_in("/console/themes/stall", {**PUBLISH, "option_tag": "#0a7a41"})

    assert find_words(mara, list_addresses(mara)[0]).startswith("offer stall --language de")
    assert find_words(mara, list_addresses(mara, f"{OFFER}?lang=en")[0]).startswith("offer stall --language en")


def test_a_new_offer_is_drawn_before_anything_of_it_is_kept(mara: Clerk) -> None:
    assert len(list_addresses(mara, "/console/offers/new")) == 2
