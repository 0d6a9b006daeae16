from dataclasses import replace

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.digital_receipt import make_receipt
from kiosk.hub.domain.settlement.sealing import seal_sale
from kiosk.hub.fiscal.training_signer import TrainingSigner
from kiosk.hub.pages.basket.receipt_view import ReceiptView, view_receipt
from kiosk.hub.text.receipt_words import choose_receipt_words
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.settlement.till import PhoneTill


def view(
    hub: Hub, language: str = "en", *, is_signed: bool = True, seals: bool = True, by: str = "moody"
) -> ReceiptView:
    """The receipt of three pens."""
    till = PhoneTill(replace(hub, signer=TrainingSigner()), MoodyProvider(by))
    till.put_pens()
    settlement_id = till.pay()
    if seals:
        seal_sale(till.hub, settlement_id)
    row = till.read(settlement_id)
    with hub.database.read() as session:
        receipt = make_receipt(session, row, ("Vitrine GmbH",))
    return view_receipt(receipt, row, choose_receipt_words(language), "Europe/Berlin", is_signed=is_signed)


def test_every_figure_is_written_as_its_reader_writes_it(hub: Hub) -> None:
    german = view(hub, "de")

    assert german.sold_at == "22.11.2026 10:00:00"
    assert [row.amount for row in german.rows] == ["89,70\N{NO-BREAK SPACE}€", "\N{MINUS SIGN}7,00\N{NO-BREAK SPACE}€"]
    assert [row.text for row in german.paid] == ["Punkte", "Guthaben", "Bezahlt"]
    assert german.taxes[0][0] == "19\N{NO-BREAK SPACE}%"
    assert german.head[-1] == "Vitrine GmbH"


@pytest.mark.parametrize(
    ("is_signed", "seals", "by", "notices"),
    [
        (True, True, "moody", ["worth nothing"]),
        (True, False, "moody", ["yet to be signed"]),
        (False, False, "moody", []),
        (False, False, "training", ["no money moved"]),
    ],
)
def test_what_is_no_receipt_before_the_law_says_so(
    hub: Hub, *, is_signed: bool, seals: bool, by: str, notices: list[str]
) -> None:
    told = view(hub, is_signed=is_signed, seals=seals, by=by).notices

    assert len(told) == len(notices)
    assert all(text in notice for text, notice in zip(notices, told, strict=True))
