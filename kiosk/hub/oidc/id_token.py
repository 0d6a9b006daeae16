"""What an issuer says of a member, believed only once everything about it is right."""

from datetime import datetime
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from msgspec import Struct
from typing_extensions import override

from kiosk.hub.mail.letter import read_address
from kiosk.hub.oidc.provider import Provider

LEEWAY_S = 60
"""By so much the issuer's clock may be off."""
LONGEST_SUBJECT = 255
"""Letters (OpenID Connect Core 1.0, section 2)."""
# Signed by a key that the issuer alone has: never by a shared one, never unsigned.
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]


class TokenRefused(Exception):
    """This id token is not to be believed; the text names the rule and repeats nothing of it."""


class Expected(Struct, frozen=True):
    """What an id token must agree with: the try that it answers, and what came with it."""

    nonce: str
    access_token: str | None = None


class Voucher(Struct, frozen=True):
    """Whom the issuer vouches for; `address` is her e-mail address where the issuer verified it."""

    issuer: str
    subject: str
    address: str | None = None

    @override
    def __repr__(self) -> str:
        """Without who it is."""
        return "Voucher(...)"


def read_id_token(text: str, keys: KeySet, provider: Provider, expected: Expected, now: datetime) -> Voucher:
    """Whom it is about. Raises `TokenRefused`, by OpenID Connect Core 1.0, section 3.1.3.7."""
    try:
        token = jwt.decode(text, keys, algorithms=_ALGORITHMS)
        claims = CodeIDToken(
            token.claims,
            token.header,
            {
                "iss": {"essential": True, "value": provider.issuer},
                "aud": {"essential": True, "value": provider.client_id},
            },
            {"nonce": expected.nonce, "client_id": provider.client_id, "access_token": expected.access_token},
        )
        claims.validate(now=int(now.timestamp()), leeway=LEEWAY_S)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise TokenRefused(type(error).__name__) from None
    return _read_claims(provider.issuer, claims)


def _read_claims(issuer: str, claims: dict[str, Any]) -> Voucher:
    subject, mail = claims.get("sub"), claims.get("email")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT:
        message = "it says nobody"
        raise TokenRefused(message)
    is_verified = claims.get("email_verified") is True and isinstance(mail, str)
    return Voucher(issuer, subject, read_address(mail) if is_verified and isinstance(mail, str) else None)
