import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.ways_to_pay import ProviderMissing, open_ways_to_pay
from kiosk.hub.fiscal.choice import Fiscal, SignerRefused
from kiosk.hub.payment.payment import Payment, Training
from kiosk.hub.payment.stripe_account import StripeAccount

STRIPE = StripeAccount("sk_live_1", "pk_live_1", "whsec")


def choose(hub: Hub, payment: Payment | None) -> Hub:
    return open_ways_to_pay(replace(hub, settings=replace(hub.settings, payment=payment)))


def test_the_hub_takes_money_as_its_settings_say(hub: Hub) -> None:
    providers = [choose(hub, payment).provider for payment in (None, Training(), STRIPE)]

    assert [one and (one.name, one.is_live) for one in providers] == [None, ("training", False), ("stripe", True)]


def test_what_is_not_installed_is_named_with_how_it_is(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "kiosk.hub.payment.stripe_provider", raising=False)
    monkeypatch.setitem(sys.modules, "stripe", None)
    with pytest.raises(ProviderMissing, match="stripe"):
        choose(hub, STRIPE)


def test_live_money_needs_a_signature_that_counts(hub: Hub, tmp_path: Path) -> None:
    file = tmp_path / "tse"
    file.write_text("A7F3")
    own = replace(hub.settings, payment=STRIPE, fiscal=Fiscal("tests.doubles.own_signer:open_signer", file))
    signer = open_ways_to_pay(replace(hub, settings=own)).signer
    assert signer is not None
    assert not signer.is_training

    with pytest.raises(SignerRefused, match="worth nothing"):
        open_ways_to_pay(replace(hub, settings=replace(own, fiscal=Fiscal("training"))))
