"""How mosquitto is told to let in only whom the store's authority vouches for."""

from pathlib import Path


def write_config(folder: Path) -> str:
    """A file for mosquitto's `conf.d`; certificates and access list lie in this folder.

    Source of the keys: mosquitto.conf(5).
    """
    return f"""\
# Written by `kiosk hub mqtt`. Who comes is who the certificate names, and has the topics that `acl` gives to that name.
listener 8883
cafile {folder}/ca.pem
certfile {folder}/broker.pem
keyfile {folder}/broker.key
require_certificate true
use_identity_as_username true
allow_anonymous false
acl_file {folder}/acl
# No message of ours is a quarter as large.
max_packet_size 262144
"""
