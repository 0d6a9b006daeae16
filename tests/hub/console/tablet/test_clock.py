from tests.hub.console.clerk import Clerk
from tests.hub.console.tablet.customers import meet
from tests.hub.counter import Shopper


def test_times_are_the_stores_own_and_in_the_language_of_who_reads(sam: Clerk, anna: Shopper) -> None:
    page = f"{meet(sam, anna)}/see/kept"

    assert "Einblick bis 10:15" in sam.open(page).text
    assert "Kept today, 10:00" in sam.open(f"{page}?lang=en").text
