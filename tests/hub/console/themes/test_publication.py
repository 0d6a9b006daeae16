from datetime import timedelta

import pytest

from kiosk.hub.console.themes.publication import SLOW, Reading, list_publications
from kiosk.hub.console.words import choose_console_words
from kiosk.hub.models.screens.theme_choice import ThemeChoice
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

READING = Reading({"market": "Market"}, NOW, "Europe/Berlin", choose_console_words("de"))


def choose(number: int, publication: str, **more: object) -> ThemeChoice:
    choice = ThemeChoice(
        store_id=STORE,
        screen_id="door",
        publication=publication,
        theme="market",
        options={},
        chosen_by="mara",
        chosen_at=NOW,
        command_id=f"c-{number}",
        **more,  # type: ignore[arg-type] # as its columns are
    )
    choice.id = number
    return choice


@pytest.mark.parametrize(
    ("more", "what", "is_well"),
    [
        ({}, "Noch nicht erreicht", False),
        ({"sent_at": NOW}, "Unterwegs", False),
        ({"sent_at": NOW, "answered_at": NOW}, "Trägt es", True),
        ({"answered_at": NOW, "reason": "refused"}, "Abgelehnt", False),
        ({"answered_at": NOW, "reason": "something_new"}, "Aktualisieren Sie", False),
    ],
)
def test_what_became_of_it_is_said_in_plain_words(more: dict[str, object], what: str, *, is_well: bool) -> None:
    (publication,) = list_publications([choose(1, "p", **more)], READING)
    (outcome,) = publication.outcomes

    assert (what in outcome.what, outcome.is_well) == (True, is_well)
    assert (publication.title, publication.told) == ("Market", "heute, 10:00, von mara")


def test_only_what_a_screen_still_wears_can_be_undone() -> None:
    later, earlier = list_publications([choose(2, "p-2"), choose(1, "p-1")], READING)

    assert (later.can_undo, earlier.can_undo) == (True, False)


def test_nobody_waits_for_ever_for_an_answer() -> None:
    (fresh,) = list_publications([choose(1, "p")], READING)
    late = Reading(READING.titles, NOW + SLOW + timedelta(seconds=1), READING.time_zone, READING.words)
    (stale,) = list_publications([choose(1, "p")], late)

    assert (fresh.is_open, stale.is_open) == (True, False)
