"""Where the gateways stand and how well they hear: the same phone differs by metres between two of them."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from kiosk.contract.credential import normalise_proximity_id
from kiosk.proximity.observation import Observation
from kiosk.proximity.path_loss import EXPONENT
from kiosk.settings.proximity import Gateway

ANY = "*"
"""Stands in the table for gateways that give no name."""


class Place(Struct, frozen=True):
    """A zone of this screen, and the decibels to add to what is heard there."""

    zone: str
    offset_db: float = 0.0


class Calibration:
    """The zones of this screen, and the gateways by their own names; a gateway without an entry is a zone's namesake.

    Without zones it is before no screen in particular, and every zone counts that a gateway names.
    Names agree without case and separators: many are addresses, which each make writes in its own way.
    """

    def __init__(self, zones: tuple[str, ...], gateways: Mapping[str, Gateway]) -> None:
        self.zones = zones
        self._gateways = gateways
        entries = {name: Place(gateway.zone or name, gateway.offset_db) for name, gateway in gateways.items()}
        namesakes = {zone: Place(zone) for zone in zones}
        self._places = {normalise_proximity_id(name): place for name, place in (namesakes | entries).items()}

    def list_names(self) -> tuple[str, ...]:
        """What the gateways of this screen's zones call themselves: whom to listen to."""
        here = [name for name, gateway in self._gateways.items() if (gateway.zone or name) in self.zones]
        return tuple(dict.fromkeys([*self.zones, *(name for name in here if name != ANY)]))

    def find_place(self, name: str | None) -> Place | None:
        """Where a gateway of this name stands; `None`: not before this screen."""
        place = self._places.get(ANY if name is None else normalise_proximity_id(name))
        if not self.zones:
            return place or (Place(name) if name else None)
        return place if place is not None and place.zone in self.zones else None


def calibrate(observation: Observation, offset_db: float) -> Observation:
    """The observation as a gateway without an offset would have made it; distances by path loss."""
    if not offset_db:
        return observation
    factor = 10 ** (-offset_db / (10 * EXPONENT))
    rssi, slow_m, fast_m = observation.rssi, observation.distance_m, observation.fast_m
    return replace(
        observation,
        rssi=None if rssi is None else rssi + offset_db,
        distance_m=None if slow_m is None else slow_m * factor,
        fast_m=None if fast_m is None else fast_m * factor,
    )
