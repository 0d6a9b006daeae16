"""Reads gateways that nobody here knows, by the mapping in the settings: parts of the topic and paths in the JSON."""

from collections.abc import Iterable
from typing import cast

from msgspec.json import Decoder
from msgspec.structs import replace

from kiosk.errors import SettingRefused
from kiosk.proximity.json_path import find_figure, find_member, find_text
from kiosk.proximity.lenient import is_absurd, read_positive, read_rssi, read_word
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.parsing import parse
from kiosk.proximity.said_at import read_said_at
from kiosk.proximity.secret_topics import check_topics
from kiosk.proximity.topic_pattern import DEVICE, ZONE, TopicPattern
from kiosk.settings.proximity import Mapping

_TOPIC, _LEFT = "mapping.topic", "mapping.left"

_decoder = Decoder(object)


class Generic:
    """The profile `generic`; raises `SettingRefused` for a mapping that says wrongly where to listen or who left."""

    def __init__(self, mapping: Mapping) -> None:
        if not mapping.topic:
            raise SettingRefused(_TOPIC, "is missing; the generic profile needs to know where to listen")
        if mapping.left and "=" not in mapping.left:
            raise SettingRefused(_LEFT, "must be a path and a value, such as state=not_home")
        self._mapping = mapping
        self._pattern = TopicPattern(mapping.topic)
        check_topics(_TOPIC, self._pattern.list_topics(["any"]))

    def list_topics(self, zones: Iterable[str]) -> tuple[str, ...]:
        """What to subscribe to: one topic for each zone, where the topic names it."""
        return self._pattern.list_topics(zones)

    def name_device(self, topic: str) -> str | None:
        """The device that the topic names, unless a path does."""
        return None if self._mapping.device else (self._pattern.match(topic) or {}).get(DEVICE)

    def recognise(self, topic: str, _payload: bytes) -> bool:
        """Whether the topic fits the mapping."""
        return self._pattern.match(topic) is not None

    def observe(self, topic: str, payload: bytes) -> Observed:
        """What the mapping finds in the message."""
        parts = self._pattern.match(topic)
        if topic and parts is None:
            return Ignored("not on the mapping's topic")
        message = parse(_decoder.decode, payload)
        if isinstance(message, Ignored):
            message = read_word(payload) or message
        if isinstance(message, Ignored):
            return message
        observed = [self._observe_item(parts or {}, item, message) for item in self._list_items(message)]
        seen = tuple(one for one in observed if isinstance(one, Observation))
        return seen or next((one for one in observed if isinstance(one, Ignored)), Ignored("not about a device"))

    def _list_items(self, message: object) -> list[object]:
        items = find_member(message, self._mapping.items) if self._mapping.items else message
        return cast("list[object]", items) if isinstance(items, list) else [items]

    def _observe_item(self, parts: dict[str, str], item: object, message: object) -> Observation | Ignored:
        mapping = self._mapping
        device = find_text(item, mapping.device) if mapping.device else parts.get(DEVICE)
        # In a batch the gateway's name stands beside the list.
        zone = find_text(item, mapping.zone) or find_text(message, mapping.zone) or parts.get(ZONE)
        if device is None and (mapping.device or self._pattern.names(DEVICE)):
            return Ignored("no device")
        path, _, value = mapping.left.rpartition("=")
        if path and find_text(item, path) == value:
            left = Observation(device, zone, kind="left")
            return self._date(left, item, message)
        measured = self._measure(device, zone, item)
        return measured if isinstance(measured, Ignored) else self._date(measured, item, message)

    def _date(self, observation: Observation, item: object, message: object) -> Observation:
        path = self._mapping.time
        return replace(observation, said_at=read_said_at(find_member(item, path) or find_member(message, path)))

    def _measure(self, device: str | None, zone: str | None, item: object) -> Observation | Ignored:
        mapping = self._mapping
        rssi = read_rssi(find_figure(item, mapping.rssi))
        distance = find_figure(item, mapping.distance)
        if is_absurd(distance):
            return Ignored("absurd distance")
        distance_m = read_positive(distance)
        if rssi is None and distance_m is None and (mapping.rssi or mapping.distance):
            return Ignored("no signal strength")
        return Observation(device, zone, distance_m, rssi, rssi_at_1m=read_rssi(find_figure(item, mapping.rssi_at_1m)))
