"""Runs the hub until it is told to stop."""

import errno
import gc
import socket
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, suppress

import uvicorn

from kiosk.errors import KioskError
from kiosk.hub.app import create_app
from kiosk.hub.automation.sweep import keep_reminding
from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.delivery.courier import keep_delivering
from kiosk.hub.domain.attribution.telling import keep_months_told
from kiosk.hub.domain.benefits.sweep import keep_sweeping
from kiosk.hub.domain.chatwoot.courier import keep_chatwoot_told
from kiosk.hub.domain.conversation.reply_intake import keep_replies_taken
from kiosk.hub.domain.labels.courier import keep_labels_told
from kiosk.hub.domain.leaving.mandate_sweep import keep_mandates
from kiosk.hub.domain.leaving.sweep import keep_closing_visits
from kiosk.hub.domain.member_data.sweep import keep_erasing
from kiosk.hub.domain.outside.wallet_news import keep_wallets_told
from kiosk.hub.domain.outside.webhook_courier import keep_webhooks_told
from kiosk.hub.domain.profile.sweep import keep_profiles
from kiosk.hub.domain.report.telling import keep_weeks_told
from kiosk.hub.domain.retention.sweep import keep_letting_go
from kiosk.hub.domain.settlement.sweep import keep_settling
from kiosk.hub.domain.settlement.ways_to_pay import open_ways_to_pay
from kiosk.hub.fleet.connection import join_broker
from kiosk.hub.fleet.news import keep_telling
from kiosk.hub.health import keep_health_told
from kiosk.hub.live.server import EndingServer
from kiosk.hub.pages.joining.ways_in import open_ways_in
from kiosk.hub.settings import HubSettings
from kiosk.hub.themes.shelf import ThemeShelf

_KEEPERS: tuple[Callable[[Hub], AbstractContextManager[object]], ...] = (
    keep_wallets_told,
    keep_webhooks_told,
    keep_chatwoot_told,
    keep_replies_taken,
    keep_sweeping,
    keep_settling,
    keep_closing_visits,
    keep_mandates,
    keep_profiles,
    keep_erasing,
    keep_letting_go,
    keep_weeks_told,
    keep_months_told,
    keep_telling,
    keep_labels_told,
    keep_delivering,
    keep_reminding,
    keep_health_told,
)
"""What runs beside the answers for as long as the hub serves, each until it is closed."""


class CannotListen(KioskError):
    """The address cannot be listened on; the text says what to choose."""


def open_listener(host: str, port: int) -> socket.socket:
    """Listen on this port, any free one for 0; raises `CannotListen` where it is taken or is not ours."""
    try:
        listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = f"port {port} is taken: choose another with --port"
        else:
            message = f"cannot listen on {host} at port {port}: choose others with --host and --port"
        raise CannotListen(message) from error
    # An answer goes out in two parts, and the second would wait until the first is acknowledged: 40 ms. Each connection
    # has it from here; asyncio sets it by itself, but not for a listener that was made for it.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def spare_loaded() -> None:
    """Have the garbage collector leave alone what is loaded by now: to go through it all takes a tenth of a second."""
    gc.collect()
    gc.freeze()


def serve_hub(settings: HubSettings, listener: socket.socket) -> None:
    """Serve a migrated database to whom the listener hears; returns after an interrupt."""
    database = open_database(settings.database, settings.busy_s)
    wired = open_ways_to_pay(Hub(settings, database, themes=ThemeShelf(settings.themes)))
    with ExitStack() as stack:
        opened = stack.enter_context(open_ways_in(wired))
        hub = stack.enter_context(join_broker(opened))
        for keep in _KEEPERS:
            stack.enter_context(keep(hub))
        # No access log: the pages' addresses are secrets.
        config = uvicorn.Config(create_app(hub), ws="none", access_log=False, server_header=False, log_level="warning")
        spare_loaded()
        with suppress(KeyboardInterrupt):  # Ctrl-C is how it is meant to end
            EndingServer(config, hub.streams.end).run(sockets=[listener])
