import pytest

from kiosk.hub.context import Hub
from kiosk.hub.models.members.sun_tag import WINDOW, slide_window, take_counter
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH


def take_all(hub: Hub, counters: list[int], tag: str = A_HASH) -> list[bool]:
    taken: list[bool] = []
    for counter in counters:
        with hub.database.write() as session:
            taken.append(take_counter(session, STORE, tag, counter))
    return taken


def test_each_message_is_good_once(hub: Hub) -> None:
    assert take_all(hub, [5, 5, 6, 6, 5]) == [True, False, True, False, False]


def test_messages_that_come_late_are_good_once_too(hub: Hub) -> None:
    assert take_all(hub, [5, 9, 7, 8, 7, 6, 9]) == [True, True, True, True, False, True, False]


def test_a_message_that_is_too_late_is_not_good(hub: Hub) -> None:
    assert take_all(hub, [100, 100 - WINDOW, 101 - WINDOW]) == [True, False, True]


def test_a_tag_that_was_read_elsewhere_for_long_is_good(hub: Hub) -> None:
    assert take_all(hub, [1, 2**24 - 1, 1, 2**24 - 2]) == [True, True, False, True]


def test_tags_do_not_touch_each_other(hub: Hub) -> None:
    assert take_all(hub, [5]) + take_all(hub, [5], "b" * 64) == [True, True]


@pytest.mark.parametrize("ahead", [1, WINDOW - 1, WINDOW, 2**24])
def test_what_is_kept_fits_a_column(ahead: int) -> None:
    moved = slide_window(5, 2**WINDOW - 1, 5 + ahead)
    assert moved is not None
    assert 0 < moved[1] < 2**31
