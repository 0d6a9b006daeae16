from kiosk.hub.context import Hub
from kiosk.hub.models.basket.basket import open_basket
from kiosk.hub.models.basket.basket_change import (
    BasketChange,
    find_change,
    find_last_change,
    find_last_change_of,
    list_changes_since,
)
from tests.hub.models.basket.test_basket import name_members
from tests.hub.running import NOW


def test_changes_are_numbered_over_all_baskets_and_found_by_the_id_that_the_phone_gave(hub: Hub) -> None:
    with hub.database.write() as session:
        one, other = name_members(session)
        for key in (one, other):
            open_basket(session, key, NOW)
            session.add(BasketChange(member_key=key, id="c", fingerprint="f", made_at=NOW))
            session.flush()
        mine = find_change(session, [one], "c")

        assert mine
        assert find_change(session, [one], "d") is None
        assert find_last_change_of(session, [one]) == mine.number
        assert find_last_change(session) == mine.number + 1
        assert list_changes_since(session, mine.number) == [(mine.number + 1, other)]


def test_where_nothing_changed_there_is_no_number(hub: Hub) -> None:
    with hub.database.read() as session:
        assert (find_last_change(session), find_last_change_of(session, ["s_none"])) == (0, 0)
