"""The receipt of what a member paid for on her phone: a page, a PDF, and JSON for other programs."""

import msgspec
from fastapi import APIRouter
from starlette.responses import Response

from kiosk.hub.domain.settlement.digital_receipt import DigitalReceipt, make_receipt
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.pages.basket.basket_request import BasketRequest, BasketRequestDep
from kiosk.hub.pages.basket.paying import PAYMENT, get_payment
from kiosk.hub.pages.basket.receipt_view import ReceiptView, view_receipt
from kiosk.hub.problem import Problem
from kiosk.hub.text.receipt_words import choose_receipt_words
from kiosk.hub.web.qr_path import draw_qr

router = APIRouter(include_in_schema=False)
RECEIPT = PAYMENT + "/receipt"
_PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


@router.get(RECEIPT)
def show_receipt(own: BasketRequestDep, settlement_id: str) -> Response:
    """Show it."""
    _, view = _read(own, settlement_id)
    values = {
        "receipt": view,
        "receipt_words": choose_receipt_words(own.words.language),
        "qr": draw_qr(view.code) if view.code else None,
        "here": PAYMENT.format(store_id=own.store.id, settlement_id=settlement_id),
    }
    return own.show("receipt.html", values)


@router.get(RECEIPT + ".json")
def get_json(own: BasketRequestDep, settlement_id: str) -> Response:
    """Hand it over for other programs."""
    receipt, _ = _read(own, settlement_id)
    return _hand_over(receipt, msgspec.json.encode(receipt), "application/json", "json")


@router.get(RECEIPT + ".pdf")
def get_pdf(own: BasketRequestDep, settlement_id: str) -> Response:
    """Hand it over to be kept."""
    from kiosk.hub.pages.basket.receipt_pdf import make_pdf  # noqa: PLC0415 # it loads for long, and is asked for seldom

    receipt, view = _read(own, settlement_id)
    content = make_pdf(view, choose_receipt_words(own.words.language), receipt.sold_at)
    return _hand_over(receipt, content, "application/pdf", "pdf")


def _read(own: BasketRequest, settlement_id: str) -> tuple[DigitalReceipt, ReceiptView]:
    hub = own.hub
    with hub.database.read() as session:
        row = get_payment(own, session, settlement_id)
        if row.state != "paid":
            raise Problem(404, "not_found", "What was not paid has no receipt.")
        receipt = make_receipt(session, row, hub.settings.seller)
        return receipt, _view(own, receipt, row)


def _view(own: BasketRequest, receipt: DigitalReceipt, row: Settlement) -> ReceiptView:
    words = choose_receipt_words(own.words.language)
    return view_receipt(receipt, row, words, own.store.time_zone, is_signed=own.hub.signer is not None)


def _hand_over(receipt: DigitalReceipt, content: bytes, kind: str, ending: str) -> Response:
    name = f"receipt-{receipt.number}-{receipt.sold_at:%Y-%m-%d}.{ending}"
    return Response(
        content, media_type=kind, headers={**_PRIVATE, "Content-Disposition": f'attachment; filename="{name}"'}
    )
