from collections.abc import Iterator
from typing import Any

import pytest
from joserfc.jwk import KeySet

from kiosk.hub.oidc.discovery import ProviderFailed, fetch_keys, fetch_metadata
from tests.doubles.issuer import Forger, make_key, serve_forger

WHERE = "/.well-known/openid-configuration"


@pytest.fixture
def forger() -> Iterator[Forger]:
    with serve_forger() as forger:
        yield forger


def test_an_issuer_says_where_to_go_and_how_it_signs(forger: Forger) -> None:
    forger.pages["/jwks"] = KeySet([make_key("k")]).as_dict(private=False)
    metadata = fetch_metadata(forger.address)

    assert metadata.token_endpoint == f"{forger.address}/token"
    assert [key.kid for key in fetch_keys(metadata).keys] == ["k"]


@pytest.mark.parametrize(
    "changes",
    [
        {"issuer": "https://other.example"},
        {"issuer": None},
        {"authorization_endpoint": "http://id.example/authorize"},
        {"token_endpoint": "http://id.example/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"token_endpoint": 7},
    ],
)
def test_an_issuer_that_leads_astray_is_not_followed(forger: Forger, changes: dict[str, Any]) -> None:
    forger.pretend(**changes)

    with pytest.raises(ProviderFailed):
        fetch_metadata(forger.address)


@pytest.mark.parametrize("page", [500, 404, 302, 204, b"no json", b"\xff", b"[]", b'{"a": "' + b"a" * 300_000 + b'"}'])
def test_what_is_no_discovery_document_is_none(forger: Forger, page: object) -> None:
    forger.pages[WHERE] = page

    with pytest.raises(ProviderFailed):
        fetch_metadata(forger.address)


@pytest.mark.parametrize("page", [500, 302, b"no json", b"[]", b'{"keys": 7}', b'{"keys": [{"kty": "RSA"}]}', b"7"])
def test_what_are_no_keys_are_none(forger: Forger, page: object) -> None:
    forger.pages["/jwks"] = page

    with pytest.raises(ProviderFailed):
        fetch_keys(fetch_metadata(forger.address))


def test_an_issuer_that_is_away_is_said_to_be(forger: Forger) -> None:
    metadata = fetch_metadata(forger.address)
    forger.pages.clear()

    with pytest.raises(ProviderFailed):
        fetch_keys(metadata)
