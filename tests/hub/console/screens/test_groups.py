import pytest

from kiosk.hub.models.screens.screen_group import ScreenGroup, list_groups
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.console.clerk import Clerk

GROUPS = "/console/groups"


def read_groups(clerk: Clerk) -> list[ScreenGroup]:
    with clerk.running.hub.database.read() as session:
        return list_groups(session, STORE)


def test_a_group_is_made_filled_and_dissolved(mara: Clerk) -> None:
    page = mara.fill_in(GROUPS, {"name": " Schau  fenster ", "screens": [FIRST_SCREEN, "nowhere"]})
    (group,) = read_groups(mara)
    assert ("Schau fenster" in page.text, group.name, group.screens) == (True, "Schau fenster", [FIRST_SCREEN])

    mara.fill_in(GROUPS, {"name": "", "screens": ["window-2"]}, f"{GROUPS}/{group.id}")
    (group,) = read_groups(mara)
    assert (group.name, group.screens) == ("Schau fenster", ["window-2"])

    page = mara.fill_in(GROUPS, {}, f"{GROUPS}/{group.id}/dissolve")
    assert read_groups(mara) == []
    assert "Noch keine Gruppe" in page.text


@pytest.mark.parametrize("name", ["", " \x07 ", "x" * 61])
def test_a_group_needs_a_name(mara: Clerk, name: str) -> None:
    page = mara.fill_in(GROUPS, {"name": name})

    assert (page.status_code, "braucht einen Namen" in page.text) == (400, True)


@pytest.mark.parametrize("path", ["", "/dissolve"])
def test_another_stores_group_is_not_there(mara: Clerk, otto: Clerk, path: str) -> None:
    mara.fill_in(GROUPS, {"name": "Fenster"})
    (group,) = read_groups(mara)

    assert otto.fill_in(GROUPS, {}, f"{GROUPS}/{group.id}{path}").status_code == 404
    assert "Fenster" not in otto.open(GROUPS).text


def test_staff_see_the_groups_but_no_way_to_change_them(mara: Clerk, sam: Clerk) -> None:
    mara.fill_in(GROUPS, {"name": "Fenster"})
    page = sam.open(GROUPS).text

    assert "Fenster" in page
    assert [word for word in ("dissolve", "Neue Gruppe") if word in page] == []
