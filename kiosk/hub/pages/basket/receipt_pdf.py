"""A receipt as a PDF, with the font that the pages have, so that it reads alike everywhere."""

import logging
from collections.abc import Iterable
from datetime import datetime

from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

from kiosk.hub.pages.basket.receipt_view import PrintedRow, ReceiptView
from kiosk.hub.text.receipt_words import ReceiptWords
from kiosk.places import find_shipped

# At INFO it logs each letter that a receipt prints.
logging.getLogger("fontTools").setLevel(logging.WARNING)

_FAMILY = "Figtree"
_PAPER_MM, _EDGE_MM, _LINE_MM, _CODE_MM = (105, 240), 10, 5.2, 40
_INK, _CALM = (33, 28, 24), (98, 90, 82)


class _Paper(FPDF):
    """A narrow page, with the few ways in which a receipt writes on it."""

    def begin(self) -> None:
        """The font, and the first page."""
        fonts = find_shipped("assets") / "fonts"
        self.add_font(_FAMILY, "", fonts / "Figtree-Regular.ttf")
        self.add_font(_FAMILY, "B", fonts / "Figtree-SemiBold.ttf")
        self.set_margins(_EDGE_MM, _EDGE_MM)
        self.set_auto_page_break(auto=True, margin=_EDGE_MM)
        self.add_page()

    def write_text(self, text: str, size: float = 9, style: str = "", ink: tuple[int, int, int] = _INK) -> None:
        """A paragraph."""
        self.set_font(_FAMILY, style, size)
        self.set_text_color(*ink)
        self.multi_cell(self.epw, _LINE_MM, text, align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def write_row(self, text: str, amount: str, size: float = 9, style: str = "") -> None:
        """Something, and what it costs."""
        self.set_font(_FAMILY, style, size)
        self.set_text_color(*_INK)
        room = self.get_string_width(amount) + 4
        top = self.get_y()
        self.multi_cell(self.epw - room, _LINE_MM, text, align=Align.L, new_x=XPos.RIGHT, new_y=YPos.NEXT)
        below = self.get_y()
        self.set_xy(self.w - self.r_margin - room, top)
        self.cell(room, _LINE_MM, amount, align=Align.R)
        self.set_xy(self.l_margin, max(below, top + _LINE_MM))

    def rule(self) -> None:
        """A line across."""
        self.set_draw_color(*_CALM)
        y = self.get_y() + 2
        self.line(self.l_margin, y, self.w - self.r_margin, y)
        self.set_y(y + 2)

    def draw_code(self, text: str) -> None:
        """A QR code, as wide as its modules come to."""
        code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
        code.add_data(text)
        matrix = code.get_matrix()
        side = _CODE_MM / len(matrix)
        if self.will_page_break(_CODE_MM + 4):
            self.add_page()
        left, top = (self.w - _CODE_MM) / 2, self.get_y() + 4
        self.set_fill_color(0, 0, 0)
        for y, row in enumerate(matrix):
            for x, is_dark in enumerate(row):
                if is_dark:
                    self.rect(left + x * side, top + y * side, side, side, style="F")


def make_pdf(view: ReceiptView, words: ReceiptWords, moment: datetime) -> bytes:
    """The file, as it would have been made at this moment: the same receipt makes the same bytes."""
    paper = _Paper(unit="mm", format=_PAPER_MM)
    paper.set_lang(words.language)
    paper.set_title(f"{view.head[0]}: {view.number}")
    paper.set_creation_date(moment)
    paper.begin()
    _write_head(paper, view)
    _write_bill(paper, view, words)
    _write_seal(paper, view)
    return bytes(paper.output())


def _write_head(paper: _Paper, view: ReceiptView) -> None:
    paper.write_text(view.head[0], 15, "B")
    for line in view.head[1:]:
        paper.write_text(line, ink=_CALM)
    for notice in view.notices:
        paper.write_text(notice, 9, "B")
    paper.write_row(view.number, view.sold_at)
    paper.rule()


def _write_bill(paper: _Paper, view: ReceiptView, words: ReceiptWords) -> None:
    _write_rows(paper, view.rows)
    paper.rule()
    paper.write_row(words.total, view.total, 13, "B")
    if view.saved:
        paper.write_text(view.saved, ink=_CALM)
    _write_rows(paper, (*view.paid, *view.returned))
    paper.rule()
    for rate, net, tax, gross in view.taxes:
        paper.write_row(f"{words.tax} {rate}   {words.net} {net}   {words.vat} {tax}", f"{words.gross} {gross}", 8)


def _write_rows(paper: _Paper, rows: Iterable[PrintedRow]) -> None:
    for row in rows:
        paper.write_row(row.text, row.amount)
        if row.detail:
            paper.write_text(row.detail, 8, ink=_CALM)


def _write_seal(paper: _Paper, view: ReceiptView) -> None:
    if not view.seal:
        return
    paper.rule()
    for name, value in view.seal:
        paper.write_text(f"{name}: {value}", 7, ink=_CALM)
    paper.draw_code(view.code)
