"""Listens to the gateways and keeps what opted-in shoppers' devices were heard, until the screen asks for it."""

from collections.abc import Callable, Mapping
from random import Random

from msgspec import Struct

from kiosk.contract.shopper import Shopper
from kiosk.core.fault import FaultSink
from kiosk.mqtt.address import Address
from kiosk.mqtt.flood_reader import Ears, FloodReader
from kiosk.mqtt.redial import Redial
from kiosk.proximity.allow_list import Admission, AllowList
from kiosk.proximity.buffer import SightingBuffer
from kiosk.proximity.calibration import Calibration, Place, calibrate
from kiosk.proximity.complaints import Complaints
from kiosk.proximity.echoes import Echoes
from kiosk.proximity.lateness import LATE, Lateness
from kiosk.proximity.observation import Ignored, Observation, Observed
from kiosk.proximity.profile import Profile
from kiosk.proximity.sighting import Sighting, make_sighting
from kiosk.proximity.stated import Stated
from kiosk.worker import Worker

_NONSENSE = "bad_message"
_FAILED = Ignored("beyond what its profile can read", broken=True)


class Hearing(Struct, frozen=True):
    """What this screen listens for.

    `client_id` by `kiosk.mqtt.address.name_client`; `key` is the store key, `None` recognises nobody; `tell_epoch` says
    the seconds since the epoch, to tell what comes too late; `topics` stand for the profile's own where there are any.
    """

    profile: Profile
    calibration: Calibration
    client_id: str
    key: bytes | None
    tell_epoch: Callable[[], float]
    topics: tuple[str, ...] = ()

    def list_topics(self) -> tuple[str, ...]:
        """What to subscribe to."""
        return self.topics or self.profile.list_topics(self.calibration.list_names())

    def __repr__(self) -> str:
        """Without the key."""
        return f"Hearing({self.profile}, {self.calibration}, {self.client_id!r}, {self.topics})"


class Feed:
    """The gateways' messages as sightings of opted-in shoppers.

    The broker's fault is what the reader says (`unreachable`, `untrusted`, `refused`, `malformed`), or `bad_message`
    while a gateway sends nonsense, as far as that is read. Once the line is down, whoever was only said to be there has
    left; who was measured leaves by silence.
    `wake` is called on the network's thread, at most once between two drains; it should do no more than ask for one.
    """

    def __init__(
        self,
        address: Address,
        hearing: Hearing,
        wake: Callable[[], None],
        faults: FaultSink,
        clock: Callable[[], float],
    ) -> None:
        self._hearing = hearing
        self._wake = wake
        self._faults = faults
        self._buffer = SightingBuffer()
        self._complaints = Complaints()
        self._echoes = Echoes()
        self._lateness = Lateness()
        self._stated = Stated()
        self._clock = clock
        self._hears_nonsense = False
        self._has_news = False
        self._allowed = AllowList(hearing.profile, hearing.key, {})
        self._last_heard: float | None = None
        ears = Ears(hearing.client_id, hearing.list_topics(), self._take_burst, self._tell_state)
        self._reader = FloodReader(address, ears, Redial(Random()), clock)  # noqa: S311 - chance spreads reconnects, it keeps no secret

    @property
    def last_heard(self) -> float | None:
        """Monotonic arrival of the last live message from these zones' gateways; `None`: there was none.

        It tells a gateway that works from a line that is merely open, and so counts any device; it keeps none.
        """
        return self._last_heard

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Its thread."""
        return (self._reader.worker,)

    def start(self) -> None:
        """Begin to listen; returns at once, whether or not there is a broker."""
        self._reader.start()

    def stop(self) -> None:
        """Listen no longer."""
        self._reader.stop()

    def set_shoppers(self, shoppers: Mapping[str, Shopper]) -> None:
        """These may be recognised from now on, by pseudonym, and nobody else."""
        self._allowed = AllowList(self._hearing.profile, self._hearing.key, shoppers)
        self._echoes = Echoes()

    def drain(self) -> list[Sighting]:
        """The latest sighting of each shopper in each zone since the last drain, in order of arrival."""
        allowed = self._allowed
        return [sighting for sighting in self._buffer.drain() if allowed.knows(sighting.shopper)]

    def _take_burst(self, messages: list[tuple[bytes, bytes]], heard_at: float) -> bool:
        """Whether the screen has something to look at."""
        self._last_heard = heard_at
        self._has_news = False
        admit = self._allowed.admit
        wanted: dict[object, tuple[bytes, bytes]] = {}
        for message in messages:
            admission = admit(message[0])
            if admission is not None:
                # Where the topic names the device, its later message outdates its earlier ones.
                about = message[0] if admission is Admission.NAMED else message
                wanted.pop(about, None)
                wanted[about] = message
        for topic, payload in wanted.values():
            self._take(topic.decode(), payload, heard_at)
        return self._has_news

    def _take(self, topic: str, payload: bytes, heard_at: float) -> None:
        observed = self._observe(topic, payload)
        if isinstance(observed, Ignored):
            self._complain(observed, heard_at)
            return
        if self._hears_nonsense:
            self._tell_fault(None)
        for observation in observed:
            shopper = self._allowed.identify(observation)
            if shopper is None:
                continue
            if self._lateness.is_late(topic, observation, self._hearing.tell_epoch()):
                self._complaints.note(LATE.reason, heard_at)
            else:
                self._keep(shopper, topic, observation, heard_at)

    def _observe(self, topic: str, payload: bytes) -> Observed:
        try:
            return self._hearing.profile.observe(topic, payload)
        except Exception:  # noqa: BLE001 - no profile may raise; one that does costs its own message, not all of a burst
            return _FAILED

    def _keep(self, shopper: str, topic: str, observation: Observation, heard_at: float) -> None:
        for place in self._find_places(observation):
            calibrated = calibrate(observation, place.offset_db)
            sighting = make_sighting(shopper, place.zone, calibrated, heard_at)
            if not self._echoes.is_echo(topic, sighting):
                self._stated.note(sighting)
                self._put(sighting)

    def _put(self, sighting: Sighting) -> None:
        self._has_news = True
        if self._buffer.put(sighting):
            self._wake()

    def _find_places(self, observation: Observation) -> tuple[Place, ...]:
        """The screen's zones that this is about: who is gone from everywhere is gone from each."""
        calibration = self._hearing.calibration
        if observation.zone is None and observation.kind == "left":
            return tuple(Place(zone) for zone in calibration.zones)
        place = calibration.find_place(observation.zone)
        return () if place is None else (place,)

    def _complain(self, ignored: Ignored, now: float) -> None:
        if ignored.broken:
            self._complaints.note(ignored.reason, now)
            self._tell_fault(_NONSENSE)

    def _tell_state(self, code: str | None) -> None:
        self._tell_fault(code)
        if code is not None:
            for sighting in self._stated.take_back(self._clock()):
                self._put(sighting)

    def _tell_fault(self, code: str | None) -> None:
        self._hears_nonsense = code == _NONSENSE
        self._faults.set_fault("broker", code)
