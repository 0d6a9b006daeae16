import sys
from pathlib import Path

import pytest
from PIL import Image

from kiosk.errors import FileRefused, KioskError
from kiosk.proximity.plot import Chart
from kiosk.proximity.replay import Transition
from kiosk.proximity.sighting import Sighting

_TRANSITIONS = [Transition(1.0, "near", "device-1", "shoes", 1.0), Transition(9.0, "left", "device-1", "shoes")]
_GREEN = (0x1A, 0x7F, 0x37)


def _make_chart() -> Chart:
    chart = Chart()
    for at in range(10):
        chart.add(Sighting("device-1", "shoes", 1.0 + at / 10, float(at)))
        chart.add(Sighting("", "bags", 3.0, float(at)))
    chart.add(Sighting("device-1", "shoes", 100.0, 10.0, kind="left"))
    return chart


def test_a_row_for_each_device_is_drawn_with_its_transitions(tmp_path: Path) -> None:
    _make_chart().save(tmp_path / "a.png", _TRANSITIONS, near_m=2.0)

    with Image.open(tmp_path / "a.png") as picture:
        colours = picture.convert("RGB").getcolors(1 << 24) or []
        assert (picture.format, picture.size) == ("PNG", (1100, 640))
    assert _GREEN in [colour for _, colour in colours]


def test_nothing_heard_makes_an_empty_chart(tmp_path: Path) -> None:
    Chart().save(tmp_path / "a.png", [], near_m=2.0)

    assert (tmp_path / "a.png").stat().st_size > 0


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="nowhere"):
        _make_chart().save(tmp_path / "nowhere" / "a.png", [], near_m=2.0)


def test_without_matplotlib_it_says_what_to_install_before_anything_is_replayed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)

    with pytest.raises(KioskError, match="pip install"):
        Chart()
