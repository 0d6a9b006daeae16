import json
from dataclasses import replace

import pytest

from kiosk.hub.domain.settlement.sealing import seal_sale
from kiosk.hub.fiscal.training_signer import TrainingSigner
from tests.hub.pages.basket.test_paying import Payer, provider, training
from tests.hub.running import RunningHub

__all__ = ["provider", "training"]


@pytest.fixture
def signed(training: RunningHub) -> RunningHub:
    training.hub = replace(training.hub, signer=TrainingSigner())
    training.server.serve(training.hub)
    return training


def test_what_was_paid_has_a_receipt_as_page_pdf_and_for_programs(signed: RunningHub) -> None:
    with Payer(signed) as anna:
        paid = anna.press_on(anna.go(anna.press_pay(), "/training"), "", answer="approve")
        unsigned = anna.go(paid, "/receipt").text
        seal_sale(signed.hub, paid.url.split("?")[0].rsplit("/", 1)[1])
        page, pdf, told = (anna.go(paid, f"/receipt{ending}") for ending in ("", ".pdf", ".json"))

    assert "yet to be signed" in unsigned
    assert all(text in page.text for text in ("Receipt 1", "Pen", "€2.00", "19", "TRAINING", "<svg"))
    assert pdf.content.startswith(b"%PDF-")
    assert "attachment" in pdf.headers["Content-Disposition"]
    assert json.loads(told.content)["total"] == "2.00"
    assert told.json()["seal"]["is_training"] is True


def test_what_was_not_paid_has_none(training: RunningHub) -> None:
    with Payer(training) as anna:
        page = anna.press_pay()

        assert [anna.go(page, f"/receipt{ending}").status_code for ending in ("", ".pdf", ".json")] == [404] * 3
