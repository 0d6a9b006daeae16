from kiosk.hub.context import Hub
from kiosk.hub.models.screens.screen_group import ScreenGroup, list_group_ids, list_groups
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE


def test_the_groups_come_by_their_names_and_a_screen_may_be_in_several(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(ScreenGroup(id="g-2", store_id=STORE, name="Schaufenster", screens=[FIRST_SCREEN, "window-2"]))
        session.add(ScreenGroup(id="g-1", store_id=STORE, name="Alle Fenster", screens=["window-2"]))
    with hub.database.read() as session:
        assert [group.id for group in list_groups(session, STORE)] == ["g-1", "g-2"]
        assert list_groups(session, "anderswo") == []
        assert list_group_ids(session, STORE, "window-2") == ["g-1", "g-2"]
        assert list_group_ids(session, STORE, FIRST_SCREEN) == ["g-2"]
