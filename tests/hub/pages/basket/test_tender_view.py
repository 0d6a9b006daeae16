from kiosk.hub.context import Hub
from kiosk.hub.pages.basket.tender_view import TenderView, view_tenders
from kiosk.hub.text.money import make_print
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.settlement.till import PhoneTill


def test_what_she_has_is_offered_and_what_the_purchase_brings_is_told(hub: Hub) -> None:
    till = PhoneTill(hub, MoodyProvider())
    till.put_pens()
    values = view_tenders(till.look(), "en", make_print("EUR", "en"))
    tenders = values["tenders"]

    assert isinstance(tenders, list)
    assert TenderView("500\N{NO-BREAK SPACE}points are used: €5.00 less", "unit:points:no", is_chosen=True) in tenders
    assert (values["due"], values["pay"], values["is_free"]) == ("€74.70", "Pay €74.70", False)
    assert values["brings"] == "This purchase brings you 75\N{NO-BREAK SPACE}points and €1.49."
