"""A SMIL 3.0 playlist, as far as a loop of one region can play it.

Understood are `seq` and `par`, in each of them `img` and `video` of the region `main` or of none, `dur`, `repeatCount`,
and `begin` and `end` where they are `wallclock(...)` of a date and time. All else is named and left out.
Source: W3C, "Synchronized Multimedia Integration Language (SMIL 3.0)", chapters on timing and on media objects.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import cycle, islice
from zoneinfo import ZoneInfo

from kiosk.contract.offer import Validity
from kiosk.signage.listing import MOST_ITEMS, SECONDS, Listing, ListRefused, Refusal, Wish, refuse
from kiosk.signage.names import find_local_name
from kiosk.signage.xml_tree import Element, XmlRefused, parse_xml, read_attribute, tell_tag

_SILENT = {"head", "layout", "meta", "metadata", "param", "area", "desc", "title", "prefetch"}
"""What shows nothing, and so is missed by nobody."""

_CLOCK = re.compile(r"(?:(?:(\d{1,4}):)?([0-5]?\d):)?(\d{1,6}(?:\.\d{1,6})?)(h|min|s|ms)?")
_UNITS = {"h": 3600.0, "min": 60.0, "s": 1.0, "ms": 0.001, None: 1.0}
_WALLCLOCK = re.compile(r"wallclock\(\s*([0-9T:.+Z-]{10,32})\s*\)")
_LONGEST = 3600.0


def read_smil(raw: bytes, zone: ZoneInfo) -> Listing:
    """The listing of a playlist; times without an offset are the store's. Raises `ListRefused`."""
    try:
        root = parse_xml(raw)
    except XmlRefused as error:
        raise ListRefused(str(error)) from error
    body = root.find("{*}body")
    if tell_tag(root) != "smil" or body is None:
        message = "is no SMIL playlist: it has no body"
        raise ListRefused(message)
    wishes: list[Wish] = []
    refusals: list[Refusal] = []
    for found in _walk(body, zone):
        if len(wishes) + len(refusals) == MOST_ITEMS:
            refusals.append(refuse("playlist", f"goes on: a loop takes {MOST_ITEMS} items"))
            break
        if isinstance(found, Wish):
            wishes.append(found)
        else:
            refusals.append(found)
    return Listing(tuple(wishes), tuple(refusals))


def _walk(parent: Element, zone: ZoneInfo) -> Iterator[Wish | Refusal]:
    """Every item below an element, in the order in which they play."""
    for element in parent:
        tag = tell_tag(element)
        if tag in {"seq", "par"}:
            yield from _repeat(element, zone)
        elif tag in {"img", "video"}:
            yield _read_media(element, zone)
        elif tag not in _SILENT:
            yield refuse(f"<{tag}>", "not understood: a loop plays seq, par, img and video")


def _repeat(element: Element, zone: ZoneInfo) -> Iterator[Wish | Refusal]:
    """A group as often as it says; a loop begins again by itself, so `indefinite` is once."""
    if read_attribute(element, "begin") or read_attribute(element, "end"):
        yield refuse(f"<{tell_tag(element)}>", "begin and end are understood at img and video")
        return
    # Bounded at every level: repetitions of repetitions of nothing would else go on for ever.
    group = list(islice(_walk(element, zone), MOST_ITEMS + 1))
    yield from islice(cycle(group), len(group) * _read_count(element))


def _read_media(element: Element, zone: ZoneInfo) -> Wish | Refusal:
    source = read_attribute(element, "src") or ""
    region = read_attribute(element, "region") or "main"
    name = find_local_name(source)
    if name is None:
        return refuse(source or f"<{tell_tag(element)}>", "lies on the network: only files beside the list are shown")
    if region != "main":
        return refuse(name, "stands in another region than main")
    try:
        seconds = _read_stay(element)
        start, until = (_read_wallclock(read_attribute(element, end), zone) for end in ("begin", "end"))
    except ValueError as error:
        return refuse(name, str(error))
    if seconds is not None and not 1 <= seconds <= _LONGEST:
        return refuse(name, f"plays for less than a second, or more than {_LONGEST:g}")
    return Wish(name, file=name, seconds=seconds, valid=Validity(start, until))


def _read_count(element: Element) -> int:
    """How often it repeats; what is endless, or no number, is played once a round."""
    text = read_attribute(element, "repeatCount") or "1"
    return min(int(text), MOST_ITEMS + 1) if re.fullmatch(r"[1-9]\d{0,5}", text) else 1


def _read_stay(element: Element) -> float | None:
    """How long it is shown; `None`: a video, for its own length. Raises `ValueError`."""
    text = read_attribute(element, "dur")
    if text is None and tell_tag(element) == "video":
        return None
    return _read_seconds(text) * _read_count(element)


def _read_seconds(text: str | None) -> float:
    """A clock value: `8s`, `1.5min`, `500ms`, `01:30`, `00:01:30`. Raises `ValueError`."""
    if text is None:
        return SECONDS
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        message = "its dur is no time such as 8s"
        raise ValueError(message)
    hours, minutes, seconds, unit = found.groups()
    return (int(hours or 0) * 60 + int(minutes or 0)) * 60 + float(seconds) * _UNITS[unit]


def _read_wallclock(text: str | None, zone: ZoneInfo) -> datetime | None:
    """Raises `ValueError`."""
    if text is None or text.strip() in {"0", "0s"}:
        return None
    found = _WALLCLOCK.fullmatch(text.strip())
    try:
        moment = datetime.fromisoformat(found[1]) if found else None
    except ValueError:
        moment = None
    if moment is None:
        message = "its begin or end is no wallclock(...) of a date and time"
        raise ValueError(message)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
