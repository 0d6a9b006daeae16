import json
from base64 import urlsafe_b64encode
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, OctKey

from kiosk.hub.oidc.id_token import Expected, TokenRefused, Voucher, read_id_token
from kiosk.hub.oidc.provider import Provider
from tests.doubles.issuer import ADDRESS, CLIENT, SUBJECT, make_key, sign_token
from tests.hub.running import NOW

KEY, STRANGER = make_key("k"), make_key("k")
PROVIDER = Provider("https://id.example", CLIENT, "Id")
T = int(NOW.timestamp())
GOOD: dict[str, Any] = {
    "iss": PROVIDER.issuer,
    "aud": CLIENT,
    "sub": SUBJECT,
    "exp": T + 300,
    "iat": T,
    "nonce": "n",
    "email": ADDRESS,
    "email_verified": True,
}


def _encode(part: dict[str, Any]) -> str:
    return urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")


def _read(text: str) -> Voucher:
    return read_id_token(text, KeySet([KEY]), PROVIDER, Expected("n", "access"), NOW)


def test_a_token_that_is_right_says_who_she_is() -> None:
    voucher = _read(sign_token(KEY, GOOD))

    assert voucher == Voucher(PROVIDER.issuer, SUBJECT, ADDRESS)
    assert ADDRESS not in repr(voucher)


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://other.example"},
        {"aud": "another client"},
        {"aud": [CLIENT, "another client"]},  # without azp nobody says for whom it was made
        {"aud": [CLIENT, "another client"], "azp": "another client"},
        {"azp": "another client"},
        {"exp": T - 61},
        {"iat": T + 61},
        {"nbf": T + 61},
        {"nonce": "another"},
        {"at_hash": "another"},
        {"sub": ""},
        {"sub": "a" * 256},
        {"sub": 7},
        *({name: None} for name in ("iss", "aud", "sub", "exp", "iat", "nonce")),
    ],
)
def test_a_token_that_is_wrong_in_anything_is_not_believed(changes: dict[str, Any]) -> None:
    claims = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}

    with pytest.raises(TokenRefused) as refused:
        _read(sign_token(KEY, claims))
    assert ADDRESS not in str(refused.value)


def test_a_token_that_nobody_or_somebody_else_signed_is_not_believed() -> None:
    unsigned = ".".join([_encode({"alg": "none", "kid": "k"}), _encode(GOOD), ""])
    # Who knows the public key alone, and takes it for a shared one.
    shared = OctKey.import_key(str(KEY.as_dict(private=False)["n"]))
    confused = jwt.encode({"alg": "HS256", "kid": "k"}, GOOD, shared)
    for text in (sign_token(STRANGER, GOOD), unsigned, confused, "", "a.b.c", "ä"):
        with pytest.raises(TokenRefused):
            _read(text)


@pytest.mark.parametrize(
    "changes",
    [
        {"email_verified": False},
        {"email_verified": "true"},
        {"email_verified": 1},
        {"email": 7},
        {"email": "x\ny@z.de"},
    ],
)
def test_an_address_that_is_not_verified_is_none_of_hers(changes: dict[str, Any]) -> None:
    assert _read(sign_token(KEY, {**GOOD, **changes})) == Voucher(PROVIDER.issuer, SUBJECT)


@pytest.mark.parametrize("changes", [{"exp": T - 59}, {"iat": T + 59}])
def test_clocks_may_be_off_by_a_minute(changes: dict[str, Any]) -> None:
    assert _read(sign_token(KEY, {**GOOD, **changes})).subject == SUBJECT
