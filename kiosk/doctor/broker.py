"""Checks the MQTT broker by logging in."""

import threading
from random import Random

import msgspec

from kiosk.doctor.encryption import can_encrypt, find_mismatch
from kiosk.doctor.finding import Finding
from kiosk.errors import SettingRefused
from kiosk.fleet.messages import StatusMessage, name_topic
from kiosk.fleet.namesake import SAME_ID
from kiosk.mqtt.address import Address, name_client, resolve_broker
from kiosk.mqtt.dial import find_dial_flaw
from kiosk.mqtt.link import Handlers, Link
from kiosk.settings import Settings

PART = "broker"
LOGIN_S = 5.0
HEAR_S = 0.5
_ASK_ITS_LOG = "check broker.user, broker.password_file and the certificates against the broker's log"


def check_broker(settings: Settings) -> list[Finding]:
    """Whether the broker can be reached and lets this screen in."""
    try:
        address = resolve_broker(settings.broker)
    except SettingRefused as refusal:
        return [Finding("fail", PART, str(refusal))]
    where = f"{address.host}:{address.port}"
    unreached = find_dial_flaw(address)
    if unreached:
        advice = "start the broker, or correct broker.url; the screen goes on without it"
        return [Finding("fail", PART, f"{where} cannot be reached ({unreached})", advice)]
    visit = _Visit(address, settings.store.id, settings.screen.id)
    if not (can_encrypt(address) and visit.log_in()):
        advice = find_mismatch(address) or _ASK_ITS_LOG
        return [Finding("fail", PART, f"{where} does not let this screen in", advice)]
    if visit.has_namesake:
        name = f"{settings.screen.id} of {settings.store.id}"
        return [Finding("fail", PART, f"another screen calls itself {name}, too", "give each a screen.id of its own")]
    return [Finding("ok", PART, f"{where}{' with TLS' if address.tls else ''}")]


class _Visit:
    """One log-in, at which the screen's own state is heard, if it runs."""

    def __init__(self, address: Address, store: str, screen: str) -> None:
        self._is_in = threading.Event()
        self._has_heard = threading.Event()
        self.has_namesake = False
        handlers = Handlers((name_topic(store, screen, "status"),), None, self._is_in.set, self._hear)
        self._link = Link(address, name_client(store, screen, "doctor"), handlers, Random())  # noqa: S311 - chance spreads reconnects

    def log_in(self) -> bool:
        """Whether the broker lets this screen in; takes up to `LOGIN_S`."""
        self._link.start()
        try:
            is_in = self._is_in.wait(LOGIN_S)
            # What was said last is told at once; a screen that never ran said nothing.
            self._has_heard.wait(HEAR_S if is_in else 0)
            return is_in
        finally:
            self._link.stop()

    def _hear(self, _topic: str, payload: bytes) -> None:
        status = msgspec.json.decode(payload, type=StatusMessage)
        self.has_namesake = any(fault.code == SAME_ID for fault in status.faults)
        self._has_heard.set()
