"""Who may be recognised: every other device is dropped here, before its message is read, logged or counted."""

from collections.abc import Mapping
from functools import lru_cache

from kiosk.contract.credential import hash_id, normalise_proximity_id
from kiosk.contract.shopper import PROXIMITY, Shopper
from kiosk.proximity.profile import Profile

REMEMBERED = 20_000
"""Topics whose answer is kept, so that a storm costs no hash; phones change their address all day."""


class AllowList:
    """Answers for a topic who it is about; immutable, so a new list of shoppers leaves no old answer behind.

    Without the store key nobody is recognised.
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
        self._shoppers = frozenset(self._by_hash.values())
        self.admit = lru_cache(REMEMBERED)(self._judge)

    def knows(self, shopper: str) -> bool:
        """Whether this pseudonym may still be acted on."""
        return shopper in self._shoppers

    def _judge(self, topic: bytes) -> tuple[str, str] | None:
        """The pseudonym and the zone; `None`: nobody who opted in."""
        if self._key is None:
            return None
        try:
            device = self._profile.find_device(topic.decode())
        except UnicodeDecodeError:
            return None
        if device is None:
            return None
        raw, zone = device
        shopper = self._by_hash.get(hash_id(self._key, "proximity", normalise_proximity_id(raw)))
        return None if shopper is None else (shopper, zone)
