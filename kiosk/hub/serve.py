"""Runs the hub until it is told to stop."""

import uvicorn

from kiosk.hub.app import create_app
from kiosk.hub.context import Hub
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.settings import HubSettings


def serve_hub(settings: HubSettings) -> None:
    """Bring the database up to date and serve it; returns after an interrupt."""
    migrate_database(settings.database)
    app = create_app(Hub(settings, open_database(settings.database, settings.busy_s)))
    # No access log: the pages' addresses are secrets.
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        ws="none",
        access_log=False,
        server_header=False,
        log_level="warning",
    )
