from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.hub.payment.stripe_account import API, StripeAccount, StripeOptions, StripeRefused, read_stripe_account


@pytest.fixture
def options(tmp_path: Path) -> StripeOptions:
    (tmp_path / "key").write_text("sk_test_1\n")
    (tmp_path / "webhook").write_text("whsec_1\n")
    return StripeOptions(tmp_path / "key", "pk_test_1", tmp_path / "webhook")


def test_an_account_is_read_and_tells_no_secret(options: StripeOptions) -> None:
    account = read_stripe_account(options)

    assert account == StripeAccount("sk_test_1", "pk_test_1", "whsec_1", API)
    assert (repr(account), account.is_live) == ("StripeAccount(pk_test_1)", False)
    assert account.script.startswith("https://js.stripe.com/")
    assert API in account.origins


def test_a_stand_in_is_asked_for_the_script_too(options: StripeOptions) -> None:
    account = read_stripe_account(replace(options, api="http://127.0.0.1:8420"))

    assert account.script == "http://127.0.0.1:8420/js.stripe.com/v3/"
    assert account.origins == ("http://127.0.0.1:8420",)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"key_file": None}, "--stripe-key-file: must be named"),
        ({"key_file": Path("none")}, "--stripe-key-file: cannot be read"),
        ({"webhook_file": None}, "--stripe-webhook-secret-file: must be named"),
        ({"public_key": None}, "--stripe-public-key: must be the publishable key"),
        ({"public_key": "pk_live_1"}, "--stripe-public-key: must be of the same mode"),
        ({"api": "ftp://x"}, "--stripe-api: must be an address"),
        ({"api": "http://x/y"}, "--stripe-api: must be an address"),
    ],
)
def test_what_cannot_be_used_is_named(options: StripeOptions, changes: dict[str, object], says: str) -> None:
    with pytest.raises(StripeRefused, match=says):
        read_stripe_account(replace(options, **changes))


def test_a_key_that_is_none_is_refused(options: StripeOptions) -> None:
    assert options.key_file
    options.key_file.write_text("pk_test_1")
    with pytest.raises(StripeRefused, match="begins with sk_ or rk_"):
        read_stripe_account(options)
