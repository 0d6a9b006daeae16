from kiosk.hub.context import Hub
from kiosk.hub.models.basket.basket import open_basket
from kiosk.hub.models.basket.basket_line import drop_basket_lines, find_basket_line, list_basket_lines
from tests.hub.models.basket.test_basket import name_members, put
from tests.hub.running import NOW


def test_the_latest_line_comes_first_and_nobody_finds_anothers(hub: Hub) -> None:
    with hub.database.write() as session:
        one, other = name_members(session)
        for key in (one, other):
            open_basket(session, key, NOW)
        put(session, one, "first")
        put(session, one, "second", 1)
        put(session, other, "theirs", 2)

        assert [line.id for line in list_basket_lines(session, [one])] == ["second", "first"]
        assert find_basket_line(session, [one], "first")
        assert find_basket_line(session, [one], "theirs") is None
        assert find_basket_line(session, [one], "none") is None

        drop_basket_lines(session, ["first", "theirs", "none"])
        assert [line.id for line in list_basket_lines(session, [one, other])] == ["second"]
