"""The hub at the issuer: where it sends a member to sign in, and what it makes of the code that she brings back."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc.errors import InvalidKeyIdError
from joserfc.jwk import KeySet

from kiosk.hub.oidc.discovery import PATIENCE_S, Metadata, ProviderFailed, fetch_keys, fetch_metadata
from kiosk.hub.oidc.id_token import Expected, TokenRefused, Voucher, read_id_token
from kiosk.hub.oidc.provider import Provider

_SCOPE = "openid email"


class OidcClient:
    """One issuer, asked for its metadata and keys when they are first needed, and again where a key is unknown."""

    def __init__(self, provider: Provider, return_url: str, now: Callable[[], datetime]) -> None:
        self._provider = provider
        self._return_url = return_url
        self._now = now
        self._metadata: Metadata | None = None
        self._keys: KeySet | None = None

    @property
    def name(self) -> str:
        """What members call the issuer."""
        return self._provider.name

    @property
    def issuer(self) -> str:
        """The issuer, as it calls itself."""
        return self._provider.issuer

    def make_address(self, state: str, nonce: str, verifier: str) -> str:
        """Where she signs in. Raises `ProviderFailed`."""
        metadata = self._find_metadata()
        with self._open(metadata) as session:
            address, _ = session.create_authorization_url(  # pyright: ignore[reportUnknownMemberType] # half-typed stubs
                metadata.authorization_endpoint, state=state, code_verifier=verifier, nonce=nonce
            )
        return str(address)

    def redeem(self, code: str, nonce: str, verifier: str) -> Voucher:
        """Whom the issuer vouches for by this code. Raises `ProviderFailed` and `TokenRefused`."""
        metadata = self._find_metadata()
        token = self._fetch_token(metadata, code, verifier)
        text, access = token.get("id_token"), token.get("access_token")
        if not isinstance(text, str):
            message = "there is no id token"
            raise TokenRefused(message)
        expected = Expected(nonce, access if isinstance(access, str) else None)
        return self._believe(metadata, text, expected)

    def _believe(self, metadata: Metadata, text: str, expected: Expected) -> Voucher:
        """Read the id token; where its key is unknown, the issuer may have changed its keys."""
        try:
            return read_id_token(text, self._find_keys(metadata), self._provider, expected, self._now())
        except TokenRefused as error:
            if str(error) != InvalidKeyIdError.__name__:
                raise
        self._keys = None
        return read_id_token(text, self._find_keys(metadata), self._provider, expected, self._now())

    def _fetch_token(self, metadata: Metadata, code: str, verifier: str) -> dict[str, object]:
        try:
            with self._open(metadata) as session:
                token = session.fetch_token(  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] # as above
                    metadata.token_endpoint,
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=verifier,
                    timeout=PATIENCE_S,
                    allow_redirects=False,
                )
        except (AuthlibBaseError, requests.RequestException, ValueError, TypeError) as error:
            message = f"it gives no token for this code ({type(error).__name__})"
            raise ProviderFailed(message) from None
        return cast("dict[str, object]", token)

    def _open(self, metadata: Metadata) -> OAuth2Session:
        return OAuth2Session(
            self._provider.client_id,
            self._provider.client_secret,
            token_endpoint_auth_method=self._choose_method(metadata),
            scope=_SCOPE,
            redirect_uri=self._return_url,
            code_challenge_method="S256",
        )

    def _choose_method(self, metadata: Metadata) -> str:
        if self._provider.client_secret is None:
            return "none"
        offered = metadata.token_endpoint_auth_methods_supported
        return "client_secret_basic" if "client_secret_basic" in offered else "client_secret_post"

    def _find_metadata(self) -> Metadata:
        found = self._metadata = self._metadata or fetch_metadata(self._provider.issuer)
        return found

    def _find_keys(self, metadata: Metadata) -> KeySet:
        found = self._keys = self._keys or fetch_keys(metadata)
        return found
