"""Tells a message from its echo: some gateways say the same advert on two topics, and it counts once."""

from kiosk.proximity.sighting import Sighting

ECHO_S = 1.0


class Echoes:
    """Remembers the last sighting of each shopper in each zone, and on which topic it was told."""

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], tuple[int, Sighting]] = {}

    def is_echo(self, topic: str, sighting: Sighting) -> bool:
        """Whether another topic told the same strength of the same shopper there within the second."""
        place = sighting.shopper, sighting.zone
        # A topic may name a device, which is nothing to keep.
        source = hash(topic)
        told, last = self._last.get(place, (source, sighting))
        is_same = sighting.rssi is not None and (sighting.rssi, sighting.kind) == (last.rssi, last.kind)
        if told != source and is_same and sighting.heard_at - last.heard_at < ECHO_S:
            return True
        self._last[place] = source, sighting
        return False
