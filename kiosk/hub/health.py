"""What a monitor on this machine is told of the hub: figures and states, and never of whom."""

from contextlib import AbstractContextManager, nullcontext
from time import monotonic

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from kiosk.health.address import NOBODY
from kiosk.health.listener import Listener
from kiosk.health.report import Report, gauge
from kiosk.hub.context import Hub
from kiosk.hub.models.settlement.settlement import count_stuck
from kiosk.version import VERSION


def keep_health_told(hub: Hub) -> AbstractContextManager[object]:
    """Until this ends, answer who asks where the settings say; by default nobody may."""
    listen = hub.settings.health
    return nullcontext() if listen == NOBODY else Listener(listen, lambda: report_health(hub))


def report_health(hub: Hub) -> Report:
    """The hub is well while its database answers: without a broker screens hear it by asking alone."""
    database_s = _time_database(hub)
    broker = None if hub.line is None else hub.line.is_up()
    details: dict[str, object] = {"version": VERSION, "database": database_s is not None, "broker": broker}
    metrics = [gauge("vitrine_hub_database_up", "Whether the database answers.", int(database_s is not None))]
    if database_s is not None:
        metrics.append(gauge("vitrine_hub_database_seconds", "How long it took to answer.", round(database_s, 6)))
        metrics.append(gauge("vitrine_hub_payments_stuck", "Payments that need somebody.", _count_stuck(hub)))
    if broker is not None:
        metrics.append(gauge("vitrine_hub_broker_up", "Whether the line to the broker holds.", int(broker)))
    return Report(database_s is not None, details, tuple(metrics))


def _count_stuck(hub: Hub) -> int:
    with hub.database.ask() as session:
        return count_stuck(session)


def _time_database(hub: Hub) -> float | None:
    """Seconds that the database takes to answer at all; `None`: it does not."""
    began = monotonic()
    try:
        with hub.database.read() as session:
            session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return None
    return monotonic() - began
