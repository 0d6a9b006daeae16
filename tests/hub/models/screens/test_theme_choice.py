from kiosk.hub.context import Hub
from kiosk.hub.models.screens.theme_choice import (
    ThemeChoice,
    find_choice_before,
    find_choice_by_command,
    list_choices,
    list_needed_packages,
    map_choices,
)
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from kiosk.hub.themes.packages import Package
from tests.hub.running import NOW


def make_choice(number: int, screen: str, theme: str, **packages: Package) -> ThemeChoice:
    return ThemeChoice(
        store_id=STORE,
        screen_id=screen,
        publication=f"p-{number}",
        theme=theme,
        options={},
        chosen_by="mara",
        chosen_at=NOW,
        command_id=f"c-{number}",
        packages=dict(packages),
    )


def test_the_newest_choice_of_a_screen_holds_and_the_one_before_is_known(hub: Hub) -> None:
    wanted = ((FIRST_SCREEN, "night"), ("window-2", "salon"), (FIRST_SCREEN, "market"))
    with hub.database.write() as session:
        for number, (screen, theme) in enumerate(wanted):
            session.add(make_choice(number, screen, theme))
            session.flush()
    with hub.database.read() as session:
        choices = list_choices(session, STORE)
        assert [choice.theme for choice in choices] == ["market", "salon", "night"]
        assert {screen: choice.theme for screen, choice in map_choices(session, STORE).items()} == {
            FIRST_SCREEN: "market",
            "window-2": "salon",
        }
        before = find_choice_before(choices, choices[0])
        assert before is not None
        assert before.theme == "night"
        assert find_choice_before(choices, choices[1]) is None
        assert find_choice_by_command(session, "c-1") is choices[1]
        assert find_choice_by_command(session, "c-9") is None


def test_what_a_screen_wears_and_what_it_wore_before_is_needed(hub: Hub) -> None:
    wanted = ((FIRST_SCREEN, "a"), ("window-2", "b"), (FIRST_SCREEN, "c"), (FIRST_SCREEN, "d"))
    with hub.database.write() as session:
        for number, (screen, sha256) in enumerate(wanted):
            session.add(make_choice(number, screen, "dusk", dusk={"sha256": sha256, "bytes": 1}))
            session.flush()
        session.add(make_choice(9, "window-2", "night"))
        assert list_needed_packages(session) == {"b", "c", "d"}
