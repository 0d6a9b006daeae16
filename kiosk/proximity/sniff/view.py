"""Draws what the sniffer heard: a table for the eye, and settings to copy."""

from collections.abc import Iterable

from kiosk.mqtt.address import Options
from kiosk.proximity.makes import PROFILES
from kiosk.proximity.sniff.sniffer import UNKNOWN, Peer, Row

MOST_SHOWN = 30
HERE = "here"
LONGEST_TEXT = 128
"""As the settings have it."""
_WIDENING = "+#"
_PLACED = (
    "",
    "# Some of these gateways do not say where they are: they all count as this zone, so only those here may speak.",
    '[proximity.gateways."*"]',
    f'zone = "{HERE}"',
)
_COLUMNS = "{:<18} {:<24} {:<20} {:>7} {:>6} {:>6} {:>6}"
_HEAD = _COLUMNS.format("make", "device", "zone", "metres", "dBm", "per s", "age s")


def draw_table(rows: list[Row], peers: dict[str, Peer], now: float) -> list[str]:
    """The lines of the table; `now` in monotonic seconds."""
    counts = ", ".join(f"{name} {peer.messages}" for name, peer in sorted(peers.items())) or "nothing yet"
    shown = [_draw_row(row, now) for row in rows[:MOST_SHOWN]]
    more = [f"and {len(rows) - MOST_SHOWN} more"] if len(rows) > MOST_SHOWN else []
    return [f"messages: {counts}", "", _HEAD, *shown, *more]


def _draw_row(row: Row, now: float) -> str:
    seen = row.last
    distance = "left" if seen.kind == "left" else _show(seen.distance_m, 1)
    zone = _clean(seen.zone or "-")
    rate = f"{row.rate:.1f}"
    return _COLUMNS.format(
        row.peer, _clean(row.device)[:24], zone[:20], distance, _show(seen.rssi, 0), rate, f"{now - row.last_at:.0f}"
    )


def _show(figure: float | None, digits: int) -> str:
    return "-" if figure is None else f"{figure:.{digits}f}"


def _clean(name: str) -> str:
    """A name from outside without anything that a terminal would obey."""
    return "".join(char if char.isprintable() else "?" for char in name)


def write_settings(peers: dict[str, Peer], broker: Options) -> list[str]:
    """The settings that would listen to these gateways at this broker, as lines of TOML."""
    known = {name: peer for name, peer in peers.items() if name != UNKNOWN and peer.topics}
    if not known:
        return [f"# {_say_nothing_found(peers)}"]
    zones = sorted({zone for peer in known.values() for zone in peer.zones if _is_settable(zone)})
    has_nameless = not zones or any(peer.nameless for peer in known.values())
    profile = next(iter(known)) if len(known) == 1 else "auto"
    topics = sorted({topic for name, peer in known.items() for topic in _list_unusual(name, peer) if _is_text(topic)})
    return [
        "[broker]",
        f"url = {_write(broker.url)}",
        *([f"ca_file = {_write(str(broker.ca_file.absolute()))}"] if broker.ca_file else []),
        "",
        "[screen]",
        f"zones = {_write_list([*zones, *([HERE] if has_nameless else [])])} # keep those in front of the screen",
        "",
        "[proximity]",
        f'profile = "{profile}"',
        *([f"topics = {_write_list(topics)}"] if topics else []),
        *(_PLACED if has_nameless else []),
    ]


def _is_settable(zone: str) -> bool:
    """Whether a zone of the settings can be called so."""
    return _is_text(zone) and not set(zone) & set(_WIDENING)


def _is_text(name: str) -> bool:
    return name.isprintable() and len(name) <= LONGEST_TEXT


def _say_nothing_found(peers: dict[str, Peer]) -> str:
    if not peers:
        return "No messages came: see that a gateway speaks to this broker, and name its topics by --topic."
    if set(peers) == {UNKNOWN}:
        return "Messages came, of no known make: map them ([mapping] in the settings)."
    return "Messages came, but none that tells of a device."


def _list_unusual(name: str, peer: Peer) -> list[str]:
    """All its topics, if any of them is one that the profile would not listen to."""
    zones = [zone for zone in peer.zones if _is_settable(zone) and "/" not in zone]
    usual = PROFILES[name].list_topics(zones)
    return [] if all(any(_fits(topic, pattern) for pattern in usual) for topic in peer.topics) else list(peer.topics)


def _fits(topic: str, pattern: str) -> bool:
    parts, wanted = topic.split("/"), pattern.split("/")
    return len(parts) == len(wanted) and all(want in ("+", part) for part, want in zip(parts, wanted, strict=True))


def _write_list(names: Iterable[str]) -> str:
    """A TOML array; its basic strings are written as JSON writes them."""
    return "[" + ", ".join(map(_write, names)) + "]"


def _write(text: str) -> str:
    return '"' + _clean(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
