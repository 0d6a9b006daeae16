import subprocess
import sys

import pytest

from kiosk.bench.effort import Effort
from kiosk.bench.measures import MEASURES


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_says_what_it_measures_and_counts(name: str) -> None:
    measure = MEASURES[name]

    assert measure.sentence
    assert measure.events.endswith("s")
    assert measure.effort.rounds * measure.effort.events >= 7


def test_a_report_bears_the_name_of_its_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.bench.decide.SIZES", (100, 200))
    monkeypatch.setattr("kiosk.bench.decide.JUDGED", 200)
    monkeypatch.setattr("kiosk.bench.decide.SHOPPERS", 10)

    assert MEASURES["decide"].run(Effort(1, 10)).name == "decide"


def test_who_measures_loads_no_qt() -> None:
    look = "import sys, kiosk.bench.measures; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"

    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0  # noqa: S603 - our own Python
