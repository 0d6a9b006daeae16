from argparse import ArgumentParser
from pathlib import Path

import pytest

from kiosk.hub.cli.payment_options import add_payment_options, advise_on_payment, read_payment
from kiosk.hub.payment.payment import Payment, Training
from kiosk.hub.payment.stripe_account import StripeAccount
from kiosk.hub.settings import HubSettings


def _read(*words: str) -> Payment | None:
    parser = ArgumentParser()
    add_payment_options(parser)
    return read_payment(parser.parse_args(words))


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
