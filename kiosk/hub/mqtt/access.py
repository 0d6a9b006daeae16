"""Who may say and hear what at the broker, as mosquitto reads it: a screen has its own topics and no other screen's."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kiosk.contract.phone_keys import KEY_TOPICS
from kiosk.contract.shelf_price import name_price_topic, name_told_topic

HUB = "hub"
GATEWAYS = "gateways"
"""Whoever is certified by these names is the hub, and the store's beacon gateways."""
SNIFF = "sniff"
"""So is who looks around with `kiosk proximity sniff`: she hears gateways, and says nothing."""
_NOT_OURS = "deny kiosk/#"
"""However wide the topics of gateways are: below it the hub and its screens speak."""
_NO_KEYS = tuple(f"deny {topic}/#" for topic in KEY_TOPICS)
"""Nor is anybody who listens told the keys of phones."""

_HUB_TOPICS = (
    "read kiosk/v1/+/+/answer",
    "read kiosk/v1/+/+/status",
    "write kiosk/v1/+/+/command",
    "write kiosk/v1/+/notice",
    f"readwrite {name_price_topic('+', '+')}",
    f"write {name_told_topic('+')}",
)
LONGEST_NAME = 64
"""Letters of a certificate's common name. Source: RFC 5280, ub-common-name."""
_MARK = 8
_SAID = ("status", "shown", "tap", "answer", "learnt")


class Guest(Struct, frozen=True):
    """A screen that may come in, by the hash of the token that it holds now."""

    store: str
    screen: str
    token_hash: str

    @property
    def place(self) -> str:
        """Where its certificate lies."""
        return f"{self.store}/{self.screen}"

    @property
    def name(self) -> str:
        """What it is certified by, and called at the broker: another one once it comes back from being revoked."""
        return f"{self.place}/{self.token_hash[:_MARK]}"


def is_nameable(store: str, screen: str) -> bool:
    """Whether a certificate can name this screen of this store."""
    return len(Guest(store, screen, "0" * _MARK).name) <= LONGEST_NAME


def write_access(screens: Iterable[Guest], presence: Sequence[str], audible: Sequence[str] = ()) -> str:
    """The list for these screens; `presence` are the gateways' topics, `audible` what else may be looked at.

    Whom it does not name may say and hear nothing. Source of the format: mosquitto.conf(5), `acl_file`.
    """
    sniffed = dict.fromkeys([*presence, *audible])
    blocks = [
        _write_block(HUB, _HUB_TOPICS),
        _write_block(GATEWAYS, [_NOT_OURS, *(f"write {topic}" for topic in presence)]),
        _write_block(SNIFF, [_NOT_OURS, *_NO_KEYS, *(f"read {topic}" for topic in sniffed)]),
        *(_write_block(screen.name, _list_topics(screen, presence)) for screen in screens),
    ]
    return "\n".join(blocks)


def write_inner_access(presence: Sequence[str]) -> str:
    """The list for gateways without a certificate: whatever one calls itself, it says presence and hears nothing."""
    return f"pattern {_NOT_OURS}\n" + "".join(f"pattern write {topic}\n" for topic in presence)


def _list_topics(screen: Guest, presence: Sequence[str]) -> list[str]:
    own = f"kiosk/v1/{screen.place}"
    return [
        *(f"write {own}/{noun}" for noun in _SAID),
        # It hears its own state, so that it notices another screen of its name, and what its neighbours have learnt.
        f"read {own}/status",
        f"read {own}/command",
        f"read kiosk/v1/{screen.store}/notice",
        f"read {name_price_topic(screen.store, '+')}",
        f"read {name_told_topic(screen.store)}",
        f"read kiosk/v1/{screen.store}/+/learnt",
        *_NO_KEYS,
        *(f"read {topic}" for topic in presence),
    ]


def _write_block(user: str, topics: Iterable[str]) -> str:
    return f"user {user}\n" + "".join(f"topic {topic}\n" for topic in topics)
