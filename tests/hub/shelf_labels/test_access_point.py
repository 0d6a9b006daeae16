from kiosk.hub.shelf_labels.access_point import AccessPoint
from kiosk.hub.shelf_labels.openepaperlink import OpenEPaperLink


def test_openepaperlink_is_one() -> None:
    point: AccessPoint = OpenEPaperLink("http://192.0.2.7")

    assert {"list_sightings", "find_panel", "send_picture"} <= set(dir(point))
