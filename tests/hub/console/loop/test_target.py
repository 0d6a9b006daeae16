import pytest

from kiosk.hub.console.loop.target import Place, Target
from kiosk.hub.console.words import choose_console_words
from kiosk.hub.models.screens.screen import Screen
from kiosk.hub.models.screens.screen_group import ScreenGroup
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

PLACE = Place(
    [
        Screen(store_id=STORE, id="door", zones=[]),
        Screen(store_id=STORE, id="till", zones=[]),
        Screen(store_id=STORE, id="gone", zones=[], revoked_at=NOW),
    ],
    [ScreenGroup(id="g-1", store_id=STORE, name="Eingang", screens=["door", "gone", "sold"])],
)


@pytest.mark.parametrize(
    ("value", "target", "screens"),
    [
        ("", Target(), ["door", "till"]),
        ("screen:till", Target(screen_id="till"), ["till"]),
        ("group:g-1", Target(group_id="g-1"), ["door"]),
        ("screen:gone", Target(screen_id="gone"), []),
        ("screen:elsewhere", None, []),
        ("group:g-9", None, []),
        ("everything", None, []),
    ],
)
def test_a_form_means_one_screen_a_group_or_all(value: str, target: Target | None, screens: list[str]) -> None:
    assert PLACE.read(value) == target
    assert PLACE.list_screen_ids(value) == screens
    if target:
        assert target.value == value


def test_each_choice_is_said_in_words() -> None:
    assert PLACE.list_choices(choose_console_words("de"))[:2] == [
        ("", "Alle Bildschirme"),
        ("group:g-1", "Gruppe: Eingang"),
    ]
