"""Runs the hub until it is told to stop."""

import uvicorn

from kiosk.hub.app import create_app
from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.settings import HubSettings


def serve_hub(settings: HubSettings) -> None:
    """Serve a migrated database; returns after an interrupt."""
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
