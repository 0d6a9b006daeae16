from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.models.store.shelf_label import ShelfLabel
from kiosk.hub.sample.shop import STORE
from tests.hub.console.clerk import Clerk
from tests.hub.running import NOW

MUG = "04012345000016"
WELL = {"sent_at": NOW - timedelta(minutes=2), "seen_at": NOW, "next_at": NOW, "told_at": NOW}
"""Of a label that shows its price."""


@pytest.fixture
def hub(hub: Hub) -> Hub:
    """The hub, which names the access point of its labels."""
    return replace(hub, settings=replace(hub.settings, access_point="http://192.0.2.7"))


def add(clerk: Clerk, mac: str, /, **more: object) -> None:
    label = ShelfLabel(mac=mac, store_id=STORE, code=MUG, due_at=NOW)
    for name, value in more.items():
        setattr(label, name, value)
    with clerk.running.hub.database.write() as session:
        session.add(label)


def test_a_store_without_labels_reads_how_it_gets_the_first(sam: Clerk) -> None:
    page = sam.open("/console/labels").text

    assert "Noch kein Schild." in page
    assert "Davon brauchen jemanden" not in page


def test_those_that_need_somebody_come_first_with_what_they_need(sam: Clerk, otto: Clerk) -> None:
    add(sam, "A" * 16, battery_mv=2900, **WELL)
    add(sam, "B" * 16, battery_mv=2300, **WELL)
    add(sam, "C" * 16, code="00000000000000")
    page = sam.open("/console/labels").text

    assert "Schilder: 3. Davon brauchen jemanden: 2." in page
    assert page.index("A" * 16) > max(page.index("B" * 16), page.index("C" * 16))
    assert "Batterie fast leer (2,3 V)" in page
    assert "Artikel 00000000000000" in page
    assert "Noch nie gehört: Ist es an?" in page
    assert "zeigt den Preis · AAAAAAAAAAAAAAAA · zuletzt gehört heute, 10:00" in page
    assert "Noch kein Schild." in otto.open("/console/labels").text


def test_where_all_is_well_the_page_says_so(mara: Clerk) -> None:
    add(mara, "A" * 16, **WELL)

    assert "Schilder: 1. Alles in Ordnung." in mara.open("/console/labels").text
    assert "Labels: 1. All is well." in mara.open("/console/labels?lang=en").text


def test_without_an_access_point_the_page_says_how_it_is_named_and_faults_no_label(mara: Clerk, hub: Hub) -> None:
    add(mara, "A" * 16)
    mara.running.server.serve(replace(hub, settings=replace(hub.settings, access_point=None)))
    page = mara.open("/console/labels?lang=en").text

    assert "no price reaches them" in page
    assert 'kiosk hub serve <span class="whole">--access-point</span>' in page
    assert "Never heard of" not in page
    assert "In need of somebody" not in page
