"""What her phone throws away, or another site opens behind hers, has shown her nothing."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from sqlalchemy import select

from kiosk.hub.models.catalogue.promotion import Promotion, set_promotions
from kiosk.hub.models.settlement.mandate import Mandate
from kiosk.hub.sample.shop import STORE
from kiosk.pricing.benefit import Benefit, StackGroup
from kiosk.pricing.effect import Percentage
from tests.hub.pages.basket.test_basket import BASKET
from tests.hub.pages.basket.test_mandate import Leaver, training
from tests.hub.phone import read_fields
from tests.hub.running import DEADLINE_S, RunningHub

__all__ = ["training"]
_HALF = Benefit("half", {"en": "half off"}, Percentage(Decimal(50)), StackGroup(1, "all"))
_FETCHED = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}
_FROM_OUTSIDE = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


def promote(running: RunningHub, *benefits: Benefit) -> None:
    with running.hub.database.write() as session:
        set_promotions(session, STORE, [Promotion(store_id=STORE, id=one.id, benefit=one) for one in benefits])


def read_shown(running: RunningHub) -> str:
    with running.hub.database.read() as session:
        return session.scalars(select(Mandate)).one().shown


@pytest.fixture
def anna(training: RunningHub) -> Iterator[Leaver]:
    """She lets herself be charged, and what she scans is half off."""
    with Leaver(training) as leaver:
        promote(training, _HALF)
        leaver.allow()
        leaver.scan_on_a_visit()
        yield leaver


def test_a_refused_code_that_her_phone_tells_of_in_a_line_shows_her_no_other_sum(
    training: RunningHub, anna: Leaver
) -> None:
    page = anna.look()
    assert read_shown(training)
    promote(training)
    fields = {**read_fields(page), "number": "00000000"}
    refused = anna.browser.post(f"{training.url}{BASKET}?lang=en", fields, headers=_FETCHED, timeout=DEADLINE_S)

    assert "€1.00" in page.text
    assert refused.status_code == 400
    assert read_shown(training) == ""


def test_a_page_that_another_site_opens_shows_her_no_other_sum(training: RunningHub, anna: Leaver) -> None:
    anna.look()
    promote(training)
    opened = anna.browser.get(f"{training.url}{BASKET}?lang=en", headers=_FROM_OUTSIDE, timeout=DEADLINE_S)

    assert "€2.00" in opened.text
    assert read_shown(training) == ""
