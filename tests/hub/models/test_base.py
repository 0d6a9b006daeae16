import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from msgspec import ValidationError
from sqlalchemy.dialects.sqlite import dialect

from kiosk.contract.money import Money
from kiosk.contract.offer import Audience, Budget, Control
from kiosk.contract.rule import Condition
from kiosk.hub.models.base import ContractJson, ExactDecimal, UtcTime


def test_a_time_comes_back_in_utc() -> None:
    moment = datetime(2026, 11, 22, 10, 0, tzinfo=timezone(timedelta(hours=1)))
    kept = UtcTime().process_bind_param(moment, dialect())

    assert kept == datetime(2026, 11, 22, 9, 0)  # noqa: DTZ001 (that it has no zone is the point)
    assert UtcTime().process_result_value(kept, dialect()) == datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("amount", ["0.10", "22.90", "9999999.9999"])
def test_an_amount_comes_back_to_the_digit(amount: str) -> None:
    kept = ExactDecimal().process_bind_param(Decimal(amount), dialect())

    assert str(ExactDecimal().process_result_value(kept, dialect())) == amount


def test_an_audience_comes_back_rule_by_rule() -> None:
    audience = Audience(all=("a", Condition(zone=("home",))), none=(Condition(interest="shoes", at_least=0.5),))
    kept = ContractJson(Audience).process_bind_param(audience, dialect())

    assert ContractJson(Audience).process_result_value(json.loads(json.dumps(kept)), dialect()) == audience


def test_an_audience_that_was_kept_before_there_were_conditions_is_read() -> None:
    assert ContractJson(Audience).process_result_value({}, dialect()) == Audience()
    assert ContractJson(Audience).process_result_value({"any": ["a"]}, dialect()) == Audience(any=("a",))


def test_a_budget_comes_back_to_the_cent() -> None:
    budget = Budget(Money(Decimal("100.00"), "EUR"), Money(Decimal("7.50"), "EUR"))
    kept = ContractJson(Budget).process_bind_param(budget, dialect())

    assert ContractJson(Budget).process_result_value(json.loads(json.dumps(kept)), dialect()) == budget


def test_what_no_screen_would_take_is_not_kept() -> None:
    with pytest.raises(ValidationError):
        ContractJson(Control).process_bind_param(Control(1.5), dialect())


@pytest.mark.parametrize("kind", [UtcTime(), ExactDecimal(), ContractJson(Budget)])
def test_nothing_stays_nothing(kind: UtcTime | ExactDecimal | ContractJson) -> None:
    assert kind.process_bind_param(None, dialect()) is None
    assert kind.process_result_value(None, dialect()) is None
