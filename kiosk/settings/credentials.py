"""Secrets as systemd hands them over: each setting that names a file has a credential, beneath what the file says."""

from collections.abc import Mapping

from kiosk.places import find_credentials
from kiosk.settings.table import Table, put_beneath

CREDENTIALS = {
    "store.key_file": "vitrine-store-key",
    "broker.ca_file": "vitrine-broker-ca",
    "broker.cert_file": "vitrine-broker-certificate",
    "broker.key_file": "vitrine-broker-key",
    "broker.password_file": "vitrine-broker-password",
    "loyalty.token_file": "vitrine-screen-token",
    "loyalty.ca_file": "vitrine-loyalty-ca",
}
"""By the setting. The unit of a screen loads the same."""


def fill_in_credentials(table: Table, environ: Mapping[str, str]) -> None:
    """Name in the table what systemd handed over."""
    for setting, file in find_credentials(CREDENTIALS, environ).items():
        section, _, key = setting.partition(".")
        put_beneath(table, section, key, str(file))
