"""Who may be recognised: every other device is dropped here, before it is logged, counted or kept."""

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from kiosk.contract.credential import hash_id, normalise_proximity_id
from kiosk.contract.shopper import PROXIMITY, Shopper
from kiosk.core.events import SOMEBODY
from kiosk.proximity.observation import Observation
from kiosk.proximity.profile import Profile

REMEMBERED = 20_000
"""Topics, and devices, whose answer is kept, so that a storm costs no hash; phones change their address all day."""
LONGEST_ID = 128
"""Characters, as of `kiosk.proximity.parsing.Name`: whoever may speak to the broker could fill the memory with more."""
LONGEST_TOPIC = 512
"""Bytes: such an id, with room for what stands before and after it. MQTT allows 65,535."""


class Admission(Enum):
    """Why a message is read: its topic names somebody who opted in, or only its payload tells whom it is about."""

    NAMED = 1
    UNREAD = 2


class AllowList:
    """Answers who a topic or an observation is about; `admit(topic)` is `None` for nobody who opted in.

    Immutable, so a new list of shoppers leaves no old answer behind. Without the store key nobody is recognised.
    """

    def __init__(self, profile: Profile, key: bytes | None, shoppers: Mapping[str, Shopper]) -> None:
        self._profile = profile
        self._key = key
        self._by_hash = {
            digest: shopper.key
            for shopper in shoppers.values()
            if PROXIMITY in shopper.consents
            for digest in shopper.proximity
        }
        self._shoppers = frozenset(self._by_hash.values()) | {SOMEBODY}
        self.judged = lru_cache(REMEMBERED)(self._judge_topic)
        self.owners = lru_cache(REMEMBERED)(self._look_up)

    def admit(self, topic: bytes) -> Admission | None:
        """Why a message on this topic is to be read."""
        return self.judged(topic) if len(topic) <= LONGEST_TOPIC else None

    def knows(self, shopper: str) -> bool:
        """Whether this pseudonym may still be acted on."""
        return shopper in self._shoppers

    def identify(self, observation: Observation) -> str | None:
        """The pseudonym of who was observed, `SOMEBODY` where no device is named; `None`: nobody who opted in."""
        names = (*filter(None, (observation.device,)), *observation.aliases)
        if not names:
            return SOMEBODY
        return next((owner for name in names if (owner := self._find_owner(name))), None)

    def _find_owner(self, device: str) -> str | None:
        return self.owners(device) if len(device) <= LONGEST_ID else None

    def _judge_topic(self, topic: bytes) -> Admission | None:
        try:
            device = self._profile.name_device(topic.decode())
        except UnicodeDecodeError:
            return None
        if device is None:
            return Admission.UNREAD
        return None if self._find_owner(device) is None else Admission.NAMED

    def _look_up(self, device: str) -> str | None:
        if self._key is None:
            return None
        return self._by_hash.get(hash_id(self._key, "proximity", normalise_proximity_id(device)))
