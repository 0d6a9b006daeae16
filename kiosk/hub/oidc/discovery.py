"""What an issuer says of itself: where to sign in, where to fetch tokens, and by which keys it signs them."""

from typing import Any

import msgspec
import requests
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from msgspec import Struct
from msgspec import json as msgspec_json

from kiosk.hub.oidc.provider import is_safe

PATIENCE_S = 10.0
_DOCUMENT = "/.well-known/openid-configuration"
_LARGEST = 256 * 1024


class ProviderFailed(Exception):
    """The issuer is away, or says what it must not; the text repeats nothing of it."""


class Metadata(Struct, frozen=True):
    """The members that matter of OpenID Connect Discovery 1.0, section 3."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    token_endpoint_auth_methods_supported: tuple[str, ...] = ("client_secret_basic",)


def fetch_metadata(issuer: str) -> Metadata:
    """What this issuer says of itself. Raises `ProviderFailed` also where it speaks for another, or sends us astray."""
    try:
        found = msgspec_json.decode(_fetch(issuer.rstrip("/") + _DOCUMENT), type=Metadata)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        message = "its discovery document is none"
        raise ProviderFailed(message) from error
    if found.issuer != issuer:
        message = "it calls itself something else: --oidc-issuer must be written just as the issuer does"
        raise ProviderFailed(message)
    if not all(map(is_safe, (found.authorization_endpoint, found.token_endpoint, found.jwks_uri))):
        message = "one of its addresses has no TLS"
        raise ProviderFailed(message)
    return found


def fetch_keys(metadata: Metadata) -> KeySet:
    """By which keys it signs now. Raises `ProviderFailed`."""
    try:
        content: Any = msgspec_json.decode(_fetch(metadata.jwks_uri))
        return KeySet.import_key_set(content)
    except (msgspec.DecodeError, JoseError, KeyError, TypeError, ValueError) as error:
        message = "its keys cannot be read"
        raise ProviderFailed(message) from error


def _fetch(address: str) -> bytes:
    try:
        answer = requests.get(address, timeout=PATIENCE_S, allow_redirects=False)
        answer.raise_for_status()
    except requests.RequestException as error:
        message = f"it does not answer ({type(error).__name__})"
        raise ProviderFailed(message) from error
    if answer.status_code != requests.codes.ok or len(answer.content) > _LARGEST:
        message = "it answers otherwise than an issuer"
        raise ProviderFailed(message)
    return answer.content
