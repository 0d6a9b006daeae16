"""Runs the hub until it is told to stop."""

import errno
import socket
from contextlib import suppress

import uvicorn

from kiosk.errors import KioskError
from kiosk.hub.app import create_app
from kiosk.hub.automation.keeper import keep_reminding
from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.delivery.courier import keep_delivering
from kiosk.hub.domain.benefits.sweep import keep_sweeping
from kiosk.hub.domain.profile.keeper import keep_profiles
from kiosk.hub.domain.wallet_news import keep_wallets_told
from kiosk.hub.domain.webhook_courier import keep_webhooks_told
from kiosk.hub.fleet.connection import join_broker
from kiosk.hub.fleet.news import keep_telling
from kiosk.hub.live.server import EndingServer
from kiosk.hub.pages.ways_in import open_ways_in
from kiosk.hub.settings import HubSettings
from kiosk.hub.themes.shelf import ThemeShelf


class CannotListen(KioskError):
    """The address cannot be listened on; the text says what to choose."""


def open_listener(host: str, port: int) -> socket.socket:
    """Listen on this port, any free one for 0; raises `CannotListen` where it is taken or is not ours."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = f"port {port} is taken: choose another with --port"
        else:
            message = f"cannot listen on {host} at port {port}: choose others with --host and --port"
        raise CannotListen(message) from error


def serve_hub(settings: HubSettings, listener: socket.socket) -> None:
    """Serve a migrated database to whom the listener hears; returns after an interrupt."""
    database = open_database(settings.database, settings.busy_s)
    wired = Hub(settings, database, themes=ThemeShelf(settings.themes))
    with (
        open_ways_in(wired) as opened,
        join_broker(opened) as hub,
        keep_wallets_told(hub),
        keep_webhooks_told(hub),
        keep_sweeping(hub),
        keep_profiles(hub),
        keep_telling(hub),
        keep_delivering(hub),
        keep_reminding(hub),
    ):
        # No access log: the pages' addresses are secrets.
        config = uvicorn.Config(create_app(hub), ws="none", access_log=False, server_header=False, log_level="warning")
        with suppress(KeyboardInterrupt):  # Ctrl-C is how it is meant to end
            EndingServer(config, hub.streams.end).run(sockets=[listener])
