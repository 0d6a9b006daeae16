import re
from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.console.reports.flow_drawing import Drawing, What, draw_flows
from kiosk.hub.domain.attribution.contact import PLACES
from kiosk.hub.domain.attribution.flow import Flow
from kiosk.hub.domain.attribution.journey import Way
from kiosk.hub.models.attribution.campaign import CHANNELS

_WAYS = st.builds(Way, st.none() | st.sampled_from(CHANNELS), st.booleans(), st.none() | st.sampled_from(PLACES))
_FLOWS = st.lists(st.builds(Flow, _WAYS, st.integers(5, 900)), min_size=1, max_size=20, unique_by=lambda one: one.way)


def _draw(flows: list[Flow], width: float = 880) -> Drawing:
    return draw_flows(flows, width, _label)


def _label(column: str, what: What, people: int) -> str:
    return f"{column}={what} · {people}"


def test_people_stand_in_three_columns_by_what_they_did() -> None:
    drawing = _draw(
        [Flow(Way("mail", by_store=True, place="till"), 30), Flow(Way(None, by_store=False, place=None), 10)]
    )

    assert [(bar.text, bar.mark) for bar in drawing.bars] == [
        ("channel=mail · 30", "channel-mail"),
        ("channel=None · 10", "channel-none"),
        ("store=True · 30", "store-true"),
        ("store=False · 10", "store-false"),
        ("place=till · 30", "place-till"),
        ("place=None · 10", "place-none"),
    ]
    assert [band.mark for band in drawing.bands] == ["channel-mail", "channel-none", "store-true", "store-false"]
    assert {bar.x for bar in drawing.bars} == {0, 436, 872}


@given(_FLOWS, st.sampled_from([336.0, 880.0]))
def test_no_label_lies_on_another_and_nothing_sticks_out(flows: list[Flow], width: float) -> None:
    drawing = _draw(flows, width)
    columns: defaultdict[float, list[float]] = defaultdict(list)
    for bar in drawing.bars:
        columns[bar.x].append(bar.label_y)
        assert 0 <= bar.x <= width - drawing.bar
        assert bar.y + bar.height <= drawing.height + 0.1
    for heights in columns.values():
        assert all(below - above >= 22 for above, below in pairwise(heights))


@given(_FLOWS)
def test_as_wide_as_the_bars_of_a_column_are_the_bands_that_leave_them(flows: list[Flow]) -> None:
    drawing = _draw(flows)
    bands = [float(found) for band in drawing.bands for found in re.findall(r"v([\d.]+)", band.path)]
    bars = [bar.height for bar in drawing.bars]

    assert sum(bands) * 3 == pytest.approx(sum(bars) * 2, rel=0.05, abs=3)


def test_where_nobody_went_nothing_is_drawn() -> None:
    drawing = _draw([])

    assert (drawing.bars, drawing.bands, drawing.height) == ([], [], 0)
