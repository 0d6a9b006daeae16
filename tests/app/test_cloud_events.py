from datetime import UTC, datetime

import pytest

from kiosk.app.cloud_events import write_call, write_entry, write_play, write_status
from kiosk.contract.instant import Instant
from kiosk.core.effects import AnnounceShown, AnnounceTap, CallAdvisor, ShownReason, TapOutcome
from kiosk.fleet.messages import Fault, Outbox, StatusMessage
from kiosk.offers.ranking import BY_PRIORITY, Choice
from kiosk.playlog.entry import Showing
from tests.doubles.shop_floor import BOOTS

NOW = Instant(5.0, datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "id-1")


@pytest.mark.parametrize("reason", ["loop", "proximity", "notice"])
def test_what_was_shown_is_written_under_the_id_of_its_impression(reason: ShownReason) -> None:
    entry = write_entry(AnnounceShown("i-1", "boots", None, reason, heard_at=1.0), "/berlin/window-1", NOW)
    assert (entry.id, entry.type, entry.source, entry.time) == ("i-1", "kiosk.impression", "/berlin/window-1", NOW.wall)
    assert entry.data == {"offer": "boots", "item": None, "reason": reason}


def test_a_tap_is_written_with_its_outcome_and_without_a_card() -> None:
    entry = write_entry(AnnounceTap("b-1", "boots", TapOutcome.SAVED, felt_at=1.0), "/berlin/window-1", NOW)
    assert (entry.id, entry.type) == ("id-1", "kiosk.tap")
    assert entry.data == {"offer": "boots", "bookmark": "b-1", "outcome": "saved"}


def test_a_call_is_written_with_the_offer_and_the_language_and_nothing_of_who_calls() -> None:
    entry = write_call(CallAdvisor("boots", "en"), "/berlin/window-1", NOW)
    assert (entry.id, entry.type, entry.time) == ("id-1", "kiosk.advisor", NOW.wall)
    assert entry.data == {"offer": "boots", "language": "en"}


def test_what_was_chosen_is_written_with_its_policy_and_propensity() -> None:
    choice = Choice(BOOTS, "thompson-1", "learnt")
    entry = write_entry(AnnounceShown("i-1", "boots", None, "proximity", 1.0, choice=choice), "/b/w", NOW, 0.25)
    assert {"policy": "thompson-1", "chosen_by": "learnt", "propensity": 0.25}.items() <= entry.data.items()


def test_what_could_not_have_been_another_was_certain() -> None:
    choice = Choice(BOOTS, BY_PRIORITY, "priority")
    entry = write_entry(AnnounceShown("i-1", "boots", None, "proximity", 1.0, choice=choice), "/b/w", NOW)
    assert entry.data["propensity"] == 1.0


def test_a_showing_is_written_at_its_end_with_its_length_and_under_an_id_of_its_own() -> None:
    entry = write_play(Showing("i-1", NOW.wall, 8.02, "loop", "mug", "p1", 1), "/berlin/window-1", NOW)
    assert (entry.id, entry.type, entry.time) == ("i-1.play", "kiosk.play", NOW.wall)
    assert entry.data == {
        "impression": "i-1",
        "offer": "mug",
        "item": "p1",
        "reason": "loop",
        "seconds": 8.02,
        "taps": 1,
        "place": "main",
    }


def test_how_the_screen_is_is_written_without_what_is_never_the_same_twice() -> None:
    since = "2026-11-23T08:00:00.000Z"
    faults = [Fault("nfc", "reader_gone", since)]
    status = StatusMessage("online", since, "attract", "1.0", "daylight", faults, Outbox(2, 1), presence_age_s=1.2)
    entry = write_status(status, "/berlin/window-1", NOW)
    assert (entry.id, entry.type) == ("id-1", "kiosk.status")
    assert entry.data == {
        "state": "online",
        "since": since,
        "scene": "attract",
        "version": "1.0",
        "theme": "daylight",
        "faults": [{"part": "nfc", "code": "reader_gone", "since": since}],
        "outbox": {"waiting": 2, "dead": 1},
    }
