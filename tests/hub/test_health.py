from dataclasses import replace
from pathlib import Path

from kiosk.health.exposition import write_metrics
from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.health import keep_health_told, report_health
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.version import VERSION
from tests.doubles.deadline import wait_until
from tests.doubles.monitor import ask_health
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.settlement.till import PhoneTill


def test_a_hub_whose_database_answers_is_well_with_or_without_a_broker(hub: Hub) -> None:
    report = report_health(hub)

    assert report.well
    assert report.details == {"version": VERSION, "database": True, "broker": None}
    assert "vitrine_hub_database_up 1\n" in write_metrics(report.metrics)
    assert "vitrine_hub_payments_stuck 0\n" in write_metrics(report.metrics)


def test_payments_that_need_somebody_are_counted(hub: Hub) -> None:
    till = PhoneTill(hub, MoodyProvider())
    till.put_pens()
    settlement_id = till.begin()
    with hub.database.write() as session:
        session.get_one(Settlement, settlement_id).trouble = "refused"

    assert "vitrine_hub_payments_stuck 1\n" in write_metrics(report_health(hub).metrics)


def test_a_hub_whose_database_is_gone_is_not_well(hub: Hub, tmp_path: Path) -> None:
    gone = open_database(f"sqlite:///{tmp_path}/nowhere/hub.sqlite3")
    report = report_health(replace(hub, database=gone))
    gone.close()

    assert not report.well
    assert "vitrine_hub_database_up 0\n" in write_metrics(report.metrics)
    assert "vitrine_hub_database_seconds" not in write_metrics(report.metrics)


def test_a_monitor_is_answered_where_the_settings_say_and_nowhere_by_default(hub: Hub, tmp_path: Path) -> None:
    with keep_health_told(hub):
        assert list(tmp_path.glob("*.sock")) == []
    socket = tmp_path / "health.sock"
    with keep_health_told(replace(hub, settings=replace(hub.settings, health=f"unix:{socket}"))):
        wait_until(socket.is_socket)
        assert ask_health(f"unix:{socket}")["well"]
