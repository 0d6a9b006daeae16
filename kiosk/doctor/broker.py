"""Checks the MQTT broker by logging in."""

import os
import socket
import threading
from random import Random

from kiosk.doctor.encryption import can_encrypt, find_mismatch
from kiosk.doctor.finding import Finding
from kiosk.errors import SettingRefused
from kiosk.mqtt.address import Address, name_client, resolve_broker
from kiosk.mqtt.link import Handlers, Link
from kiosk.settings import Settings

PART = "broker"
DIAL_S = 3.0
LOGIN_S = 5.0
_ASK_ITS_LOG = "check broker.user, broker.password_file and the certificates against the broker's log"


def check_broker(settings: Settings) -> list[Finding]:
    """Whether the broker can be reached and lets this screen in."""
    try:
        address = resolve_broker(settings.broker)
    except SettingRefused as refusal:
        return [Finding("fail", PART, str(refusal))]
    where = f"{address.host}:{address.port}"
    unreached = _dial(address)
    if unreached:
        advice = "start the broker, or correct broker.url; the screen goes on without it"
        return [Finding("fail", PART, f"{where} cannot be reached ({unreached})", advice)]
    client_id = name_client(settings.store.id, settings.screen.id, "doctor")
    if not (can_encrypt(address) and _log_in(address, client_id)):
        advice = find_mismatch(address) or _ASK_ITS_LOG
        return [Finding("fail", PART, f"{where} does not let this screen in", advice)]
    return [Finding("ok", PART, f"{where}{' with TLS' if address.tls else ''}")]


def _dial(address: Address) -> str | None:
    try:
        socket.create_connection((address.host, address.port), DIAL_S).close()
    except OSError as error:
        return os.strerror(error.errno) if error.errno else "no answer"
    return None


def _log_in(address: Address, client_id: str) -> bool:
    is_in = threading.Event()
    link = Link(address, client_id, Handlers(on_up=is_in.set), Random())  # noqa: S311 - chance spreads reconnects
    link.start()
    try:
        return is_in.wait(LOGIN_S)
    finally:
        link.stop()
