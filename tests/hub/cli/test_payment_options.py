from argparse import ArgumentParser, Namespace
from decimal import Decimal
from pathlib import Path

import pytest

from kiosk.contract.money import Money
from kiosk.hub.cli.payment_options import (
    ChargeNeedsProvider,
    SignerNeeded,
    add_payment_options,
    advise_on_payment,
    read_fiscal,
    read_highest,
    read_payment,
)
from kiosk.hub.fiscal.choice import Fiscal
from kiosk.hub.payment.payment import Payment, Training
from kiosk.hub.payment.stripe_account import StripeAccount
from kiosk.hub.settings import HubSettings


def _parse(*words: str) -> Namespace:
    parser = ArgumentParser()
    add_payment_options(parser)
    return parser.parse_args(words)


def _read(*words: str) -> Payment | None:
    return read_payment(_parse(*words))


def test_nobody_takes_money_unless_somebody_is_named(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("sk_test_1")
    file = str(tmp_path / "secret")
    files = ("--stripe-key-file", file, "--stripe-webhook-secret-file", file)

    assert _read() is None
    assert _read("--pay", "training") == Training()
    assert _read("--pay", "stripe", "--stripe-public-key", "pk_test_1", *files) == StripeAccount(
        "sk_test_1", "pk_test_1", "sk_test_1"
    )


@pytest.mark.parametrize(
    ("payment", "said"),
    [
        (None, []),
        (Training(), ["no money moves"]),
        (StripeAccount("sk_test_1", "pk_test_1", ""), ["test keys: no money moves"]),
        (
            StripeAccount("sk_live_1", "pk_live_1", ""),
            ["by Stripe. Its webhook goes to http://127.0.0.1:8080/v1/stripe"],
        ),
    ],
)
def test_who_takes_the_money_is_said_at_the_start(payment: Payment | None, said: list[str]) -> None:
    advice = advise_on_payment(HubSettings(payment=payment))

    assert len(advice) == len(said)
    assert all(text in one for text, one in zip(said, advice, strict=True))


def _read_highest(*words: str, payment: Payment | None = None) -> Money | None:
    return read_highest(_parse(*words), payment)


def test_nobody_is_charged_on_leaving_unless_the_store_says_so_and_somebody_takes_the_money() -> None:
    assert _read_highest(payment=Training()) is None
    assert _read_highest("--charge-on-leaving", "150", payment=Training()) == Money(Decimal(150), "EUR")
    with pytest.raises(ChargeNeedsProvider, match="--pay"):
        _read_highest("--charge-on-leaving", "150")


def test_live_money_is_charged_so_where_the_store_says_so() -> None:
    live = StripeAccount("sk_live_1", "pk_live_1", "")

    assert _read_highest("--charge-on-leaving", "150", payment=live) == Money(Decimal(150), "EUR")


@pytest.mark.parametrize("typed", ["1", "0", "-5", "1001", "12.50", "much"])
def test_the_highest_limit_is_a_number_of_euros_that_a_store_can_mean(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        _parse("--pay", "training", f"--charge-on-leaving={typed}")

    assert "a whole number of euros" in capsys.readouterr().err


def test_live_money_is_refused_until_somebody_says_what_signs_the_sales(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("sk_live_1")
    file = str(tmp_path / "secret")
    files = ("--stripe-key-file", file, "--stripe-webhook-secret-file", file)
    live = ("--pay", "stripe", "--stripe-public-key", "pk_live_1", *files)

    for said in ((), ("--fiscal", "training")):
        with pytest.raises(SignerNeeded, match="MODULE:FUNCTION"):
            _read(*live, *said)
    assert all(_read(*live, "--fiscal", said) for said in ("none", "our_tse:open_signer"))


def test_a_stores_own_signer_is_named_with_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert read_fiscal(_parse()) == Fiscal("training")
    own = _parse("--fiscal", "our_tse:open_signer", "--fiscal-file", "/etc/tse.toml")
    assert read_fiscal(own) == Fiscal("our_tse:open_signer", Path("/etc/tse.toml"))
    with pytest.raises(SystemExit):
        _parse("--fiscal", "tse")
    assert "such as our_tse:open_signer" in capsys.readouterr().err
