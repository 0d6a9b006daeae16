from tests.hub.console.clerk import Clerk, read_fields
from tests.hub.domain.settlement.till import PhoneTill

SALES = "/console/tablet/sales"


def refuse(clerk: Clerk, till: PhoneTill) -> str:
    """All comes back, and the provider does not give the money back; the page then."""
    till.provider.refuses = True
    page = clerk.send(f"{SALES}/1", {**read_fields(clerk.open(f"{SALES}/1")), "all": "yes"}).text
    till.provider.refuses = False
    return page


def see_to_it(clerk: Clerk, do: str) -> str:
    """Press this button beside what is refused."""
    fields = read_fields(clerk.open(f"{SALES}/1"))
    pressed = {"form_token": fields["form_token"], "refund": fields["refund"], "do": do}
    return clerk.send(f"{SALES}/1/refund", pressed).text


def test_what_the_provider_refused_is_asked_for_anew(sam: Clerk, mara: Clerk, till: PhoneTill) -> None:
    refused, listed = refuse(sam, till), sam.open(SALES).text
    till.provider.deaf = True
    silent = see_to_it(sam, "retry")
    till.provider.deaf = False
    given = see_to_it(sam, "retry")

    assert "Der Zahlungsanbieter hat es nicht zurückgegeben." in refused
    assert "Notiert, aber das Geld ist noch nicht zurück" in refused
    assert ("Schon zurück" in refused, "Noch nicht zurück" in refused) == (False, True)
    assert ("Schon zurück" in given, "Noch nicht zurück" in given) == (True, False)
    assert "Geld, das der Zahlungsanbieter nicht zurückgab" in listed
    assert "Der Zahlungsanbieter antwortet gerade nicht" in silent
    assert ("Das Geld ist zurück." in given, 'name="refund"' in given) == (True, False)
    assert "Geld, das der Zahlungsanbieter nicht zurückgab" not in sam.open(SALES).text
    assert "Um Geld gekümmert" in mara.open("/console/reports/deeds").text


def test_what_was_paid_out_at_the_till_is_said_so_and_not_by_another_store(
    sam: Clerk, otto: Clerk, till: PhoneTill
) -> None:
    refuse(sam, till)
    assert otto.fill_in("/console/screens", {"refund": "x", "do": "retry"}, f"{SALES}/1/refund").status_code == 404
    assert "An der Kasse ausgezahlt." in see_to_it(sam, "pay_out")
    assert till.provider.given_back == {}
