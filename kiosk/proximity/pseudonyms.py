"""Other names for the devices of a capture, so that what is made of it does not tell whose they are."""

from kiosk.contract.credential import normalise_proximity_id
from kiosk.core.events import SOMEBODY
from kiosk.proximity.observation import Observation


class Pseudonyms:
    """Names devices by the order in which they appear."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._count = 0

    def name(self, observation: Observation) -> str:
        """The pseudonym of the device; `somebody`: it names none."""
        ids = [normalise_proximity_id(one) for one in (observation.device, *observation.aliases) if one]
        if not ids:
            return SOMEBODY
        known = next((self._names[one] for one in ids if one in self._names), None)
        if known is None:
            self._count += 1
            known = f"device-{self._count}"
        self._names.update(dict.fromkeys(ids, known))
        return known
