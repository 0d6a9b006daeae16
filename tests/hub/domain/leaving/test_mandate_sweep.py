from datetime import timedelta

import pytest

from kiosk.hub.domain.leaving.mandate_sweep import keep_mandates, sweep_mandates
from tests.hub.domain.leaving.walker import Walker


@pytest.mark.allow_log("kiosk.hub.domain.leaving.mandate_sweep: ")  # the provider is away
def test_what_was_taken_back_is_let_go_however_long_the_provider_stays_away(walker: Walker) -> None:
    mandate_id = walker.allow()
    walker.revoke()
    walker.provider.deaf = True
    for _ in range(3):
        sweep_mandates(walker.hub)
        walker.dial.turn(timedelta(hours=1))
    away = walker.read_mandate(mandate_id).state
    walker.provider.deaf = False
    sweep_mandates(walker.hub)
    walker.provider.asked.clear()
    sweep_mandates(walker.hub)

    assert (away, walker.read_mandate(mandate_id).state) == ("ending", "ended")
    assert walker.provider.asked == []


def test_a_card_that_she_named_before_she_closed_the_page_is_kept(walker: Walker) -> None:
    mandate_id = walker.begin_mandate()
    sweep_mandates(walker.hub)
    walker.provider.name_means(mandate_id)
    walker.dial.turn(timedelta(minutes=1))
    sweep_mandates(walker.hub)

    assert walker.read_mandate(mandate_id).state == "kept"


def test_it_looks_by_itself(walker: Walker) -> None:
    with keep_mandates(walker.hub) as poller:
        assert poller.worker.name == "mandates"
