"""Tries whether anything answers at a broker's address, for commands that a person waits on."""

import socket

from kiosk.mqtt.address import Address
from kiosk.mqtt.redial import DIAL_S


def find_dial_flaw(address: Address) -> str | None:
    """Why nobody can be reached there, in the system's words, or `None`; takes up to `DIAL_S` for each address."""
    try:
        socket.create_connection((address.host, address.port), DIAL_S).close()
    except OSError as error:
        return error.strerror or "no answer"
    return None
