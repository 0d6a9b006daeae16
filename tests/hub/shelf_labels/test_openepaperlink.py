import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from kiosk.hub.shelf_labels.access_point import AccessPointAway, LabelRefused, Panel, Sighting
from kiosk.hub.shelf_labels.drawing import LabelText, draw_label, encode_label
from kiosk.hub.shelf_labels.openepaperlink import LARGEST, OpenEPaperLink
from kiosk.shop.broker import find_free_port
from tests.doubles.access_point import PretendAccessPoint, open_access_point

MAC = "00000197E5CB3B38"
SEEN = datetime(2026, 11, 22, 9, tzinfo=UTC)
PICTURE = encode_label(draw_label(LabelText("Bier", "1,19 €"), Panel(296, 128, has_red=True)))


@pytest.fixture
def point() -> Iterator[PretendAccessPoint]:
    with open_access_point() as point:
        yield point


def test_all_labels_are_told_page_by_page(point: PretendAccessPoint) -> None:
    for number in range(7):
        point.add(f"{number:016X}")
    point.hear("0000000000000003", int(SEEN.timestamp()))
    sightings = {one.mac: one for one in OpenEPaperLink(point.url).list_sightings()}

    assert len(sightings) == 7
    later = SEEN.replace(minute=1)
    assert sightings["0000000000000003"] == Sighting("0000000000000003", 1, SEEN, later, waits=False, battery_mv=2900)
    assert sightings["0000000000000004"].seen_at is None


def test_a_label_without_a_battery_has_none_that_could_be_low(point: PretendAccessPoint) -> None:
    point.add(MAC, batteryMv=1337)

    assert OpenEPaperLink(point.url).list_sightings()[0].battery_mv is None


def test_the_panel_of_a_kind_is_asked_for_once(point: PretendAccessPoint) -> None:
    adapter = OpenEPaperLink(point.url)
    panels = [adapter.find_panel(kind) for kind in (0, 1, 2, 5, 0xEE)]
    sizes = [(panel.width, panel.height, panel.has_red) for panel in panels if panel]

    assert sizes == [(152, 152, True), (296, 128, True), (400, 300, True), (640, 384, True)]
    assert panels[-1] is None
    point.url = ""
    assert adapter.find_panel(1) == panels[1]


def test_a_picture_is_taken_for_a_label_that_it_knows_and_for_no_other(point: PretendAccessPoint) -> None:
    point.add(MAC)
    adapter = OpenEPaperLink(point.url)
    adapter.send_picture(MAC, PICTURE)
    assert (0, 0, 0) in set(point.pictures[MAC].get_flattened_data())

    with pytest.raises(LabelRefused, match=r"FF: the access point does not take it \(mac not found\)"):
        adapter.send_picture("00000000000000FF", PICTURE)


@pytest.mark.parametrize("status", [409, 500, 503, 302])
def test_one_that_has_no_time_now_is_asked_again_later(point: PretendAccessPoint, status: int) -> None:
    point.add(MAC)
    point.fates.append(status)

    with pytest.raises(AccessPointAway, match=str(status)):
        OpenEPaperLink(point.url).send_picture(MAC, PICTURE)
    assert point.pictures == {}


def test_nobody_there_is_said_with_what_to_look_at() -> None:
    with pytest.raises(AccessPointAway, match="see that it is on, and that --access-point is its address"):
        OpenEPaperLink(f"http://127.0.0.1:{find_free_port()}").list_sightings()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"\xff",
        b"{" * 9000,
        b'{"tags": [{"mac": "../../etc", "hwType": 1}]}',
        b'{"tags": [{"mac": "00000197E5CB3B38", "hwType": 300}]}',
        b'{"tags": [{"mac": "00000197E5CB3B38", "hwType": 1, "lastseen": 1e300}]}',
        json.dumps({"tags": [], "x": "x" * LARGEST}).encode(),
    ],
)
def test_what_is_no_page_of_labels_is_refused_whole(point: PretendAccessPoint, body: bytes) -> None:
    point.body = body

    with pytest.raises(AccessPointAway, match="nothing of use"):
        OpenEPaperLink(point.url).list_sightings()


def test_pages_that_lead_back_end(point: PretendAccessPoint) -> None:
    point.body = b'{"tags": [], "continu": 0}'

    assert OpenEPaperLink(point.url).list_sightings() == []
