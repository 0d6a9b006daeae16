import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.training_till import TrainingTill
from kiosk.hub.payment.means import Means
from kiosk.hub.payment.provider import ProviderRefused
from tests.hub.running import NOW


def test_what_was_named_once_stays_and_what_it_never_heard_of_is_refused(hub: Hub) -> None:
    till, means = TrainingTill(hub.database, hub.now), Means("m", NOW)
    till.set_up(means)
    till.name_means("m", "pays")
    till.name_means("m", "declines")
    with hub.database.read() as session:
        pays = till.approves(session, "m")

    assert pays
    with pytest.raises(ProviderRefused):
        till.name_means("n", "pays")


def test_it_keeps_nothing_that_nobody_named(hub: Hub) -> None:
    till = TrainingTill(hub.database, hub.now)
    till.set_up(Means("m", NOW))
    for ref in ("m", "n"):
        with hub.database.read() as session, pytest.raises(ProviderRefused):
            till.approves(session, ref)
