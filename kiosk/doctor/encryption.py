"""Tells whether a broker's port wants TLS: dialled in the wrong way it hangs up without a word."""

import socket
import ssl
from contextlib import suppress

from kiosk.mqtt.address import Address
from kiosk.mqtt.frames import CONNACK, make_connect

WAIT_S = 3.0


def can_encrypt(address: Address) -> bool:
    """Whether TLS comes up with a server that is trusted, or none is wanted."""
    if address.tls is None:
        return True
    try:
        with _dial(address) as line:
            address.tls.wrap_socket(line, server_hostname=address.host).close()
    except OSError:
        return False
    return True


def find_mismatch(address: Address) -> str | None:
    """What to mend where `broker.url` says TLS and the port is a plain one, or the reverse; `None`: neither is so."""
    if address.tls is None and _speaks_tls(address):
        return "this port wants TLS: write mqtts:// in broker.url, or name the plain port, mostly 1883"
    if address.tls is not None and _speaks_plainly(address):
        return "this port has no TLS: write mqtt:// in broker.url, or name the port with TLS, mostly 8883"
    return None


def _speaks_tls(address: Address) -> bool:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # Only whether it is TLS at all is asked, and nothing is told: whose it is plays no part.
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with _dial(address) as line:
            context.wrap_socket(line).close()
    except ssl.SSLError as error:
        return "ALERT" in (error.reason or "")  # it refuses us, but in TLS
    except OSError:
        return False
    return True


def _speaks_plainly(address: Address) -> bool:
    answer = b""
    with suppress(OSError), _dial(address) as line:
        line.sendall(make_connect("kiosk-doctor", 20, None, None))
        answer = line.recv(1)
    return answer == bytes([CONNACK << 4])


def _dial(address: Address) -> socket.socket:
    return socket.create_connection((address.host, address.port), WAIT_S)
