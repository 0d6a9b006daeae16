from pathlib import Path

import pytest

from kiosk.hub.oidc.provider import ProviderOptions, ProviderRefused, is_safe, read_provider

ISSUER = "https://id.shop.example/realms/members"


def test_an_issuer_is_called_by_its_host_unless_it_has_a_name() -> None:
    assert read_provider(ProviderOptions(ISSUER, "hub")).name == "id.shop.example"
    assert read_provider(ProviderOptions(ISSUER, "hub", name="Meinkonto")).name == "Meinkonto"


def test_the_secret_comes_from_its_file_and_stays_out_of_logs(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("geheim\n")
    provider = read_provider(ProviderOptions(ISSUER, "hub", tmp_path / "secret"))

    assert provider.client_secret == "geheim"  # noqa: S105 # a test's own
    assert "geheim" not in repr(provider)


@pytest.mark.parametrize(
    ("options", "option"),
    [
        (ProviderOptions("http://id.shop.example", "hub"), "--oidc-issuer"),
        (ProviderOptions("id.shop.example", "hub"), "--oidc-issuer"),
        (ProviderOptions("https://", "hub"), "--oidc-issuer"),
        (ProviderOptions(ISSUER), "--oidc-client-id"),
        (ProviderOptions(ISSUER, "hub", Path("not there")), "--oidc-client-secret-file"),
    ],
)
def test_what_cannot_be_used_is_named_by_its_option(options: ProviderOptions, option: str) -> None:
    with pytest.raises(ProviderRefused, match=f"^{option}: "):
        read_provider(options)


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://id.example/x", True),
        ("http://127.0.0.1:9400", True),
        ("http://localhost", True),
        ("http://id.example", False),
        ("ftp://id.example", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_only_what_nobody_can_read_on_the_way_is_safe(address: str, *, safe: bool) -> None:
    assert is_safe(address) is safe
