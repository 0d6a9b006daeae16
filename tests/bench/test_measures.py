from importlib import import_module

import pytest

from kiosk.bench.effort import Effort
from kiosk.bench.measures import MEASURES, run_measure


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_has_a_module_that_measures_it(name: str) -> None:
    assert callable(getattr(import_module(f"kiosk.bench.{name}"), f"measure_{name}"))


def test_a_measure_is_run_by_its_name_with_the_effort_that_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.bench.decide.MANY", (200, 100))
    monkeypatch.setattr("kiosk.bench.decide.FEW", (20, 10))

    assert run_measure("decide", Effort(1, 10)).name == "decide"
