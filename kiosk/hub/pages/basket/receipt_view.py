"""A receipt as a page and a PDF print it: every figure as the reader writes it."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from msgspec import Struct

from kiosk.hub.domain.settlement.digital_receipt import DigitalReceipt
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.text.money import format_money, format_percent
from kiosk.hub.text.receipt_words import ReceiptWords
from kiosk.pricing.explanation import explain_basket
from kiosk.pricing.priced import TaxShare
from kiosk.pricing.words import choose_bill_words

_MINUS = "\N{MINUS SIGN}"


class PrintedRow(Struct, frozen=True):
    """A row of the bill; `is_less`: it takes off."""

    text: str
    detail: str
    amount: str
    is_less: bool = False


class ReceiptView(Struct, frozen=True):
    """All that is printed; `taxes` has rate, net, tax and gross in each row, `seal` a name and its value."""

    head: tuple[str, ...]
    title: str
    number: str
    sold_at: str
    notices: tuple[str, ...]
    rows: tuple[PrintedRow, ...]
    total: str
    saved: str
    taxes: tuple[tuple[str, str, str, str], ...]
    paid: tuple[PrintedRow, ...]
    returned: tuple[PrintedRow, ...]
    seal: tuple[tuple[str, str], ...]
    code: str


def view_receipt(
    receipt: DigitalReceipt, row: Settlement, words: ReceiptWords, time_zone: str, *, is_signed: bool
) -> ReceiptView:
    """The receipt in this language; `is_signed`: a device signs the store's sales."""
    zone = ZoneInfo(time_zone)
    return ReceiptView(
        head=(receipt.store, *receipt.seller),
        title=words.title,
        number=words.number.format(number=receipt.number),
        sold_at=_print_time(receipt.sold_at, zone, words),
        notices=tuple(_list_notices(receipt, words, is_signed=is_signed)),
        rows=tuple(_list_rows(receipt, row, words)),
        total=_print(receipt, receipt.total, words),
        saved=words.saved.format(amount=_print(receipt, receipt.saved, words)) if receipt.saved else "",
        taxes=tuple(_view_tax(receipt, share, words) for share in receipt.taxes),
        paid=tuple(
            PrintedRow(_name_paid(one.by, words), "", _print(receipt, one.amount, words)) for one in receipt.paid
        ),
        returned=tuple(
            PrintedRow(
                words.returned, _print_time(one.at, zone, words), _print(receipt, -one.amount, words), is_less=True
            )
            for one in receipt.returned
        ),
        seal=tuple(_list_seal(receipt, words, zone)),
        code=receipt.code,
    )


def _view_tax(receipt: DigitalReceipt, share: TaxShare, words: ReceiptWords) -> tuple[str, str, str, str]:
    net, tax, gross = (_print(receipt, amount, words) for amount in (share.net, share.tax, share.gross))
    return format_percent(share.rate, words.language), net, tax, gross


def _list_rows(receipt: DigitalReceipt, row: Settlement, words: ReceiptWords) -> Iterator[PrintedRow]:
    for one in explain_basket(
        row.bill, choose_bill_words(words.language), lambda amount: _print(receipt, amount, words)
    ):
        yield PrintedRow(one.text, one.detail, _print(receipt, one.amount, words), one.amount < 0)


def _list_notices(receipt: DigitalReceipt, words: ReceiptWords, *, is_signed: bool) -> Iterator[str]:
    if any(one.by == "training" for one in receipt.paid):
        yield words.training_money
    if receipt.seal and receipt.seal.is_training:
        yield words.training
    if is_signed and receipt.seal is None:
        yield words.unsealed


def _list_seal(receipt: DigitalReceipt, words: ReceiptWords, zone: ZoneInfo) -> Iterator[tuple[str, str]]:
    seal = receipt.seal
    if seal is None:
        return
    yield words.serial, seal.serial
    yield words.seal, words.counts.format(transaction=seal.transaction, counter=seal.counter)
    yield words.begun, _print_time(seal.begun_at, zone, words)
    yield words.ended, _print_time(seal.ended_at, zone, words)
    yield words.signature, seal.signature


def _name_paid(by: str, words: ReceiptWords) -> str:
    if by == "points":
        return words.points
    return words.credit if by.isupper() else words.paid.get(by, words.other)


def _print(receipt: DigitalReceipt, amount: Decimal, words: ReceiptWords) -> str:
    printed = format_money(abs(amount), receipt.currency, words.language)
    return f"{_MINUS}{printed}" if amount < 0 else printed


def _print_time(moment: datetime, zone: ZoneInfo, words: ReceiptWords) -> str:
    return moment.astimezone(zone).strftime("%d.%m.%Y %H:%M:%S" if words.language == "de" else "%Y-%m-%d %H:%M:%S")
