import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.pickup.line_title import name_line
from kiosk.hub.models.pickup.pickup import PickupLine
from kiosk.hub.sample.shop import STORE

_TEA = "281001"


@pytest.mark.parametrize(
    ("title", "language", "name"),
    [
        ("Earl Grey, lose", "en", "Earl Grey, loose"),
        ("Earl Grey, loose", "de", "Earl Grey, lose"),
        ("Earl Grey, lose, 0,2\N{NO-BREAK SPACE}kg", "en", "Earl Grey, loose, 0,2\N{NO-BREAK SPACE}kg"),
        ("Earl Grey, loser Tee", "en", "Earl Grey, loser Tee"),
        ("Tea of the house", "de", "Tea of the house"),
    ],
)
def test_a_line_is_called_as_its_article_where_it_was_sold_under_that_name(
    hub: Hub, title: str, language: str, name: str
) -> None:
    with hub.database.read() as session:
        assert name_line(session, STORE, PickupLine(_TEA, title, 1), language) == name
        assert name_line(session, STORE, PickupLine("unknown", title, 1), language) == title
