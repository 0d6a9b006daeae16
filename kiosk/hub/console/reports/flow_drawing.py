"""The ways that people went as a picture: three columns, and between them bands as wide as people went there."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from kiosk.hub.domain.attribution.flow import Flow

_BAR, _LINE, _GAP = 8.0, 22.0, 10.0
"""The width of a column's bars, the height that a label takes, and the least room between two bars."""
_HEIGHT = 300.0
"""What all people together take of the height, without the gaps."""

What: TypeAlias = str | bool | None
"""Of a channel or a place its name, or none; of the store whether."""
_Name: TypeAlias = tuple[str, What]
"""A column, `channel`, `store` or `place`, and what of it."""
Label: TypeAlias = Callable[[str, What, int], str]
"""What a bar says, by its column, what of it and how many people."""


class Bar(Struct, frozen=True):
    """A bar of a column, with how many people it stands for; `mark` is the style of its column and kind."""

    x: float
    y: float
    height: float
    label_x: float
    label_y: float
    at_end: bool
    mark: str
    text: str


class Band(Struct, frozen=True):
    """From one bar to another (SVG path data)."""

    path: str
    mark: str


class Drawing(Struct, frozen=True):
    """The picture, in units of pixels where it is as wide as `width`."""

    width: float
    height: float
    bars: Sequence[Bar]
    bands: Sequence[Band]
    bar: float = _BAR


def draw_flows(flows: Sequence[Flow], width: float, label: Label) -> Drawing:
    """The picture of these flows, in which `label` names the bars."""
    scale = _HEIGHT / max(sum(flow.people for flow in flows), 1)
    columns = [_count(flows, name) for name in ("channel", "store", "place")]
    places = dict[_Name, _Spot]()
    for number, column in enumerate(columns):
        places |= _stack(column, number * (width - _BAR) / 2, scale)
    bars = [_make_bar(name, spot, width, label(name[0], name[1], spot.people)) for name, spot in places.items()]
    bands = [*_join(flows, "channel", "store", places, scale), *_join(flows, "store", "place", places, scale)]
    return Drawing(width, max((bar.y + max(bar.height, _LINE) for bar in bars), default=0.0), bars, bands)


class _Spot(Struct, frozen=True):
    """Where a bar stands."""

    x: float
    y: float
    height: float
    people: int


def _count(flows: Sequence[Flow], column: str) -> Counter[_Name]:
    counts: Counter[_Name] = Counter()
    for flow in flows:
        counts[_pick(flow, column)] += flow.people
    return counts


def _pick(flow: Flow, column: str) -> _Name:
    way = flow.way
    match column:
        case "channel":
            return column, way.channel
        case "store":
            return column, way.by_store
        case _:
            return column, way.place


def _stack(column: Counter[_Name], x: float, scale: float) -> dict[_Name, _Spot]:
    """The bars of a column, the widest first, with so much room that no label lies on the next."""
    spots, y = dict[_Name, _Spot](), 0.0
    for name, people in sorted(column.items(), key=lambda pair: (-pair[1], str(pair[0]))):
        height = people * scale
        spots[name] = _Spot(x, y, height, people)
        y += max(height, _LINE) + _GAP
    return spots


def _make_bar(name: _Name, spot: _Spot, width: float, text: str) -> Bar:
    at_end = spot.x > width / 2
    label_x = spot.x - _GAP if at_end else spot.x + _BAR + _GAP
    return Bar(
        x=round(spot.x, 1),
        y=round(spot.y, 1),
        height=round(max(spot.height, 1.5), 1),
        label_x=round(label_x, 1),
        label_y=round(spot.y + max(spot.height, _LINE) / 2, 1),
        at_end=at_end,
        mark=_mark(name),
        text=text,
    )


def _join(flows: Sequence[Flow], begin: str, end: str, places: Mapping[_Name, _Spot], scale: float) -> Sequence[Band]:
    """The bands between two columns, in the order of the bars on both sides, so that few of them cross."""
    counts: Counter[tuple[_Name, _Name]] = Counter()
    for flow in flows:
        counts[_pick(flow, begin), _pick(flow, end)] += flow.people
    used: Counter[tuple[str, _Name]] = Counter()
    bands = list[Band]()
    for (one, other), people in sorted(counts.items(), key=lambda pair: [places[name].y for name in pair[0]]):
        left, right = places[one], places[other]
        top, bottom = left.y + used["left", one] * scale, right.y + used["right", other] * scale
        used["left", one] += people
        used["right", other] += people
        bands.append(Band(_draw_band(left.x + _BAR, top, right.x, bottom, people * scale), _mark(one)))
    return bands


def _draw_band(x: float, y: float, end_x: float, end_y: float, height: float) -> str:
    middle = (x + end_x) / 2
    return (
        f"M{x:.1f} {y:.1f}C{middle:.1f} {y:.1f} {middle:.1f} {end_y:.1f} {end_x:.1f} {end_y:.1f}"
        f"v{height:.1f}C{middle:.1f} {end_y + height:.1f} {middle:.1f} {y + height:.1f} {x:.1f} {y + height:.1f}z"
    )


def _mark(name: _Name) -> str:
    column, what = name
    return f"{column}-{what}".lower()
