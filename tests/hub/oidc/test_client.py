import hashlib
import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from joserfc.jwk import RSAKey

from kiosk.hub.context import read_clock
from kiosk.hub.oidc.client import OidcClient
from kiosk.hub.oidc.discovery import ProviderFailed
from kiosk.hub.oidc.id_token import TokenRefused, Voucher
from kiosk.hub.oidc.provider import Provider
from tests.doubles.issuer import ADDRESS, CLIENT, SUBJECT, Forger, make_key, serve_forger, serve_issuer, sign_in_there
from tests.hub.running import NOW

RETURN = "https://hub.example/join/return"
VERIFIER = "v" * 43
T = int(NOW.timestamp())


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with serve_issuer() as issuer:
        yield issuer


@pytest.fixture(scope="module")
def key() -> RSAKey:
    return make_key("first")


@pytest.fixture
def forger(key: RSAKey) -> Iterator[Forger]:
    with serve_forger() as forger:
        _sign(forger, key)
        yield forger


def _sign(forger: Forger, key: RSAKey) -> None:
    forger.sign(key, iss=forger.address, aud=CLIENT, sub=SUBJECT, exp=T + 300, iat=T, nonce="n")


def _make(issuer: str, secret: str | None = None) -> OidcClient:
    return OidcClient(Provider(issuer, CLIENT, "Id", secret), RETURN, read_clock)


def _make_still(forger: Forger, secret: str | None = None) -> OidcClient:
    return OidcClient(Provider(forger.address, CLIENT, "Id", secret), RETURN, lambda: NOW)


def test_she_is_sent_with_all_that_ties_the_answer_to_this_try(issuer: str) -> None:
    asked = dict(parse_qsl(urlsplit(_make(issuer).make_address("s", "n", VERIFIER)).query))
    challenge = urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")

    assert asked == {
        "response_type": "code",
        "client_id": CLIENT,
        "redirect_uri": RETURN,
        "scope": "openid email",
        "state": "s",
        "nonce": "n",
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }


def test_a_real_issuer_vouches_for_her_once_by_each_code(issuer: str) -> None:
    client = _make(issuer, "any secret")
    brought = sign_in_there(client.make_address("s", "n", VERIFIER))

    assert brought["state"] == "s"
    assert client.redeem(brought["code"], "n", VERIFIER) == Voucher(issuer, SUBJECT, ADDRESS)
    with pytest.raises(ProviderFailed):
        client.redeem(brought["code"], "n", VERIFIER)


def test_an_answer_to_another_try_is_not_believed(issuer: str) -> None:
    client = _make(issuer, "any secret")
    brought = sign_in_there(client.make_address("s", "n", VERIFIER))

    with pytest.raises(TokenRefused):
        client.redeem(brought["code"], "another", VERIFIER)


def test_the_code_is_redeemed_with_the_verifier_and_by_the_hub_alone(forger: Forger) -> None:
    _make_still(forger, "geheim").redeem("c", "n", VERIFIER)
    ((authorization, body),) = forger.posted
    sent = {name: values[0] for name, values in parse_qs(body).items()}

    assert authorization == f"Basic {b64encode(f'{CLIENT}:geheim'.encode()).decode()}"
    assert sent == {
        "grant_type": "authorization_code",
        "code": "c",
        "redirect_uri": RETURN,
        "code_verifier": VERIFIER,
    }


def test_an_issuer_that_takes_the_secret_in_the_body_gets_it_there(forger: Forger) -> None:
    forger.pretend(token_endpoint_auth_methods_supported=["client_secret_post"])
    _make_still(forger, "geheim").redeem("c", "n", VERIFIER)

    assert "client_secret=geheim" in forger.posted[0][1]


def test_keys_that_the_issuer_changed_are_fetched_anew(forger: Forger, key: RSAKey) -> None:
    client = _make_still(forger)
    client.redeem("c", "n", VERIFIER)
    _sign(forger, make_key("second"))
    assert client.redeem("c", "n", VERIFIER).subject == SUBJECT

    _sign(forger, key)
    forger.pages["/jwks"] = {"keys": []}
    with pytest.raises((TokenRefused, ProviderFailed)):
        client.redeem("c", "n", VERIFIER)


@pytest.mark.parametrize("page", [500, 302, b"no json", b"[]", b'{"error": "invalid_grant"}'])
def test_an_issuer_that_gives_no_token_is_of_no_use(forger: Forger, page: object) -> None:
    forger.pages["/token"] = page

    with pytest.raises((ProviderFailed, TokenRefused)):
        _make_still(forger).redeem("c", "n", VERIFIER)


@pytest.mark.parametrize("token", [None, 7, "", "a.b.c"])
def test_what_is_no_id_token_is_not_believed(forger: Forger, token: object) -> None:
    forger.pages["/token"] = json.dumps({"access_token": "a", "token_type": "Bearer", "id_token": token}).encode()

    with pytest.raises(TokenRefused):
        _make_still(forger).redeem("c", "n", VERIFIER)


def test_it_is_called_by_its_name(forger: Forger) -> None:
    client = _make_still(forger)

    assert (client.name, client.issuer) == ("Id", forger.address)
