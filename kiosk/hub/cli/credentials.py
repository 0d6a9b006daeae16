"""Secrets as systemd hands them over: each option that names a secret has a credential, beneath what is typed."""

from argparse import Namespace
from collections.abc import Mapping
from types import MappingProxyType

from kiosk.places import find_credentials

CREDENTIALS: Mapping[str, str] = MappingProxyType(
    {
        "store_key_file": "vitrine-store-key",
        "broker_password_file": "vitrine-broker-password",
        "broker_ca_file": "vitrine-broker-ca",
        "broker_cert_file": "vitrine-broker-certificate",
        "broker_key_file": "vitrine-broker-key",
        "mail_password_file": "vitrine-mail-password",
        "mail_ca_file": "vitrine-mail-ca",
        "oidc_client_secret_file": "vitrine-oidc-client-secret",
        "apple_pass_cert_file": "vitrine-apple-pass-certificate",
        "apple_pass_key_file": "vitrine-apple-pass-key",
        "apple_pass_wwdr_file": "vitrine-apple-pass-wwdr",
        "google_wallet_key_file": "vitrine-google-wallet-key",
        "push_key": "vitrine-push-key",
        "chatwoot": "vitrine-chatwoot",
        "stripe_key_file": "vitrine-stripe-key",
        "stripe_webhook_secret_file": "vitrine-stripe-webhook-secret",
        "fiscal_file": "vitrine-fiscal",
    }
)
"""By the option. The unit of the hub loads the same."""


def fill_in_credentials(arguments: Namespace, environ: Mapping[str, str]) -> None:
    """Name as if typed what systemd handed over, where nothing was."""
    for option, file in find_credentials(CREDENTIALS, environ).items():
        if getattr(arguments, option) is None:
            setattr(arguments, option, file)
