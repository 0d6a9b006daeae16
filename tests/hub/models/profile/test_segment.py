import pytest
from msgspec import ValidationError
from sqlalchemy.exc import StatementError

from kiosk.contract.rule import Condition, Rules, Trait
from kiosk.hub.context import Hub
from kiosk.hub.models.profile.segment import Segment, find_segment, list_rules
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

RULES = Rules(all=(Condition(trait=Trait("orders_90_days", at_least=2)),), none=("staff",))


def test_rules_are_kept_as_they_are(hub: Hub) -> None:
    with hub.database.write() as session:
        session.add(Segment(store_id=STORE, id="regulars", rules=RULES, set_at=NOW))
    with hub.database.read() as session:
        assert list_rules(session, STORE) == {"regulars": RULES}
        assert find_segment(session, STORE, "others") is None


def test_what_is_no_rule_is_never_kept(hub: Hub) -> None:
    with pytest.raises((ValidationError, StatementError)), hub.database.write() as session:
        session.add(Segment(store_id=STORE, id="odd", rules=Rules(all=(7,)), set_at=NOW))  # type: ignore[arg-type] # what is refused
