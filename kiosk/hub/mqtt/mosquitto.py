"""How mosquitto is told to let in only whom the store's authority vouches for, and gateways from inside the house."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct


class Inner(Struct, frozen=True):
    """Where gateways that can show no certificate are let in without TLS: at these addresses of the inner network.

    `passwords` is a file of `mosquitto_passwd`; without one whoever reaches such an address is taken for a gateway.
    """

    addresses: Sequence[str] = ()
    passwords: Path | None = None


def write_config(folder: Path, inner: Inner) -> str:
    """A file for mosquitto's `conf.d`; certificates and access lists lie in this folder.

    Source of the keys: mosquitto.conf(5).
    """
    apart = "per_listener_settings true\n" if inner.addresses else ""
    return f"""\
# Written by `kiosk hub mqtt`. Who comes is who the certificate names, and has the topics that `acl` gives to that name.
{apart}listener 8883
cafile {folder}/ca.pem
certfile {folder}/broker.pem
keyfile {folder}/broker.key
require_certificate true
use_identity_as_username true
allow_anonymous false
acl_file {folder}/acl
# No message of ours is a quarter as large.
max_packet_size 262144
{"".join(_write_inner(folder, address, inner.passwords) for address in inner.addresses)}"""


def _write_inner(folder: Path, address: str, passwords: Path | None) -> str:
    admitted = "allow_anonymous true" if passwords is None else f"allow_anonymous false\npassword_file {passwords}"
    return f"""\
# Gateways inside the house, which say who is near and hear nothing.
listener 1883 {address}
{admitted}
acl_file {folder}/acl-gateways
"""
