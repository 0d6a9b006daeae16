import pytest

from kiosk.bench.side import Side
from kiosk.errors import KioskError
from kiosk.shop.broker import RunningBroker

PATIENCE_S = 20.0


def test_a_side_ends_when_its_input_does_and_says_what_it_did(broker: RunningBroker) -> None:
    with Side("noise", [broker.host, str(broker.port), "3", "1000"]) as side:
        begun = side.hear(PATIENCE_S)
        said = side.finish(PATIENCE_S)

    assert [one.what for one in (begun, said) if one] == ["begun", "sent"]


def test_a_side_that_ends_by_itself_is_named() -> None:
    with Side("effort", []) as side, pytest.raises(KioskError, match="effort"):
        side.hear(PATIENCE_S)


def test_a_side_that_has_nothing_to_say_is_not_waited_for(broker: RunningBroker) -> None:
    with Side("noise", [broker.host, str(broker.port), "3", "1"]) as side:
        assert side.hear(0.0) is None
