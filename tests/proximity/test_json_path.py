import pytest

from kiosk.proximity.json_path import find_figure, find_member, find_text

MESSAGE = {"beacon": {"id": 7, "rssi": "-61", "on": True, "name": ""}, "list": [{"id": "a"}], "null": None}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("beacon.id", 7),
        ("list.0.id", "a"),
        ("list.1.id", None),
        ("list.x", None),
        ("beacon.id.more", None),
        ("nowhere", None),
        ("", None),
        (".", MESSAGE),
    ],
)
def test_a_path_leads_to_a_member_or_nowhere(path: str, found: object) -> None:
    assert find_member(MESSAGE, path) == found


@pytest.mark.parametrize(
    ("path", "figure"), [("beacon.id", 7), ("beacon.rssi", -61), ("beacon.on", None), ("list", None)]
)
def test_a_figure_may_be_written_as_text(path: str, figure: float | None) -> None:
    assert find_figure(MESSAGE, path) == figure


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("beacon.id", "7"),
        ("beacon.on", "true"),
        ("beacon.name", None),
        ("beacon", None),
        ("list.0.id", "a"),
        ("null", None),
    ],
)
def test_an_id_is_read_as_json_writes_it(path: str, text: str | None) -> None:
    assert find_text(MESSAGE, path) == text
