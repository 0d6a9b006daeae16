from kiosk.hub.context import Hub
from kiosk.hub.models.store.department import Department, map_departments, name_zone, set_departments
from kiosk.hub.sample.shop import STORE


def test_a_store_has_the_departments_that_were_set_last_and_no_others(hub: Hub) -> None:
    with hub.database.write() as session:
        for zones in (("home", "shoes"), ("shoes", "hall")):
            rows = [Department(store_id=STORE, zone=zone, title={"de": zone}, way={"de": "links"}) for zone in zones]
            set_departments(session, STORE, rows)
            session.flush()

        assert list(map_departments(session, STORE)) == ["hall", "shoes"]
        assert map_departments(session, "anderswo") == {}


def test_a_zone_is_called_as_its_department_and_one_without_as_its_screens_call_it() -> None:
    title = {"de": "Wohnen", "en": "Living"}
    departments = {"home": Department(store_id=STORE, zone="home", title=title, way={})}

    assert [name_zone("home", departments, language) for language in ("de", "en", "fr")] == [
        "Wohnen",
        "Living",
        "Wohnen",
    ]
    assert [name_zone(zone, departments, "en") for zone in ("hall", "")] == ["Hall", ""]
