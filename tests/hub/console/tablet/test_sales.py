from sqlalchemy import update

from kiosk.hub.models.settlement.settlement import Settlement
from tests.hub.console.clerk import Clerk
from tests.hub.domain.settlement.till import PhoneTill

SALES = "/console/tablet/sales"


def test_the_days_sales_are_listed_and_one_is_found_by_its_number(sam: Clerk, till: PhoneTill) -> None:
    listed, found, missed = sam.open(SALES), sam.open(f"{SALES}?number=1"), sam.open(f"{SALES}?number=9")

    assert till.provider.charges
    assert "82,70" in listed.text
    assert found.url.endswith(f"{SALES}/1")
    assert (missed.status_code, "gibt es hier nicht" in missed.text) == (404, True)
    assert sam.open(f"{SALES}/none").status_code == 404


def test_payments_that_need_somebody_are_told_of(sam: Clerk, till: PhoneTill) -> None:
    calm = sam.open(SALES)
    with till.hub.database.write() as session:
        session.get_one(Settlement, next(iter(till.provider.charges))).trouble = "refused"
    told = sam.open(SALES)

    assert ("Bitte der IT melden" in calm.text, "Bitte der IT melden" in told.text) == (False, True)


def test_what_was_charged_on_leaving_is_told_apart(sam: Clerk, till: PhoneTill) -> None:
    before = sam.open(SALES).text
    with till.hub.database.write() as session:
        session.execute(update(Settlement).values(left_by="exit"))
    after = sam.open(SALES).text

    assert ("Beim Gehen abgebucht" in before, "Beim Gehen abgebucht" in after) == (False, True)
