import logging
import re

import pytest
from msgspec.structs import replace

from kiosk.hub.context import Hub
from kiosk.hub.pages.basket.receipt_pdf import make_pdf
from kiosk.hub.text.receipt_words import choose_receipt_words
from tests.hub.pages.basket.test_receipt_view import view
from tests.hub.running import NOW


def test_it_has_its_fonts_within_and_the_same_receipt_makes_the_same_bytes(hub: Hub) -> None:
    words, shown = choose_receipt_words("de"), view(hub, "de")
    first, again = make_pdf(shown, words, NOW), make_pdf(shown, words, NOW)

    assert first == again
    assert re.search(rb"/FontFile2", first)
    assert len(first) < 200_000


def test_no_log_hears_what_is_printed(hub: Hub, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        make_pdf(view(hub), choose_receipt_words("en"), NOW)

    assert caplog.records == []


def test_a_long_bill_goes_on_on_another_page(hub: Hub) -> None:
    shown = view(hub)
    long = make_pdf(replace(shown, rows=shown.rows * 40), choose_receipt_words("en"), NOW)

    assert len(re.findall(rb"/Type /Page\b", long)) > 1
