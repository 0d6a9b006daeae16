import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy.dialects.sqlite import dialect

from kiosk.contract.offer import Audience
from kiosk.contract.rule import Condition
from kiosk.hub.models.base import AudienceJson, ExactDecimal, UtcTime


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
    kept = AudienceJson().process_bind_param(audience, dialect())

    assert AudienceJson().process_result_value(json.loads(json.dumps(kept)), dialect()) == audience


def test_an_audience_that_was_kept_before_there_were_conditions_is_read() -> None:
    assert AudienceJson().process_result_value({}, dialect()) == Audience()
    assert AudienceJson().process_result_value({"any": ["a"]}, dialect()) == Audience(any=("a",))


@pytest.mark.parametrize("kind", [UtcTime, ExactDecimal])
def test_nothing_stays_nothing(kind: type[UtcTime] | type[ExactDecimal]) -> None:
    assert kind().process_bind_param(None, dialect()) is None
    assert kind().process_result_value(None, dialect()) is None
