"""`kiosk hub serve`: what it is told on the command line, and what it says before it serves."""

import os
import re
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.health.address import LISTEN, LISTEN_IN_WORDS, NOBODY
from kiosk.hub.cli.attribution_options import add_attribution_options, read_attribution
from kiosk.hub.cli.broker import add_broker, read_broker
from kiosk.hub.cli.chatwoot import read_chatwoot_option
from kiosk.hub.cli.command import add_database, add_media, open_begun_hub, say
from kiosk.hub.cli.credentials import fill_in_credentials
from kiosk.hub.cli.guide import SERVE
from kiosk.hub.cli.joining_options import (
    add_joining_options,
    advise_on_joining,
    read_card_numbers,
    read_mail,
    read_oidc,
    read_store_key,
)
from kiosk.hub.cli.label_options import add_label_options, read_scale_labels
from kiosk.hub.cli.mail import read_replies
from kiosk.hub.cli.message_options import add_message_options, read_manners, read_push, read_rules, require_campaigns
from kiosk.hub.cli.page_options import add_page_options, advise_on_pages, read_legal
from kiosk.hub.cli.payment_options import (
    add_payment_options,
    advise_on_payment,
    read_fiscal,
    read_highest,
    read_payment,
)
from kiosk.hub.cli.retention import add_retention_option, read_keeps
from kiosk.hub.cli.store import StoreMissing
from kiosk.hub.cli.wallet_options import add_apple_options, add_google_options, advise_on_wallets, read_wallets
from kiosk.hub.context import Hub, read_clock
from kiosk.hub.models.store.store import list_stores
from kiosk.hub.serve import open_listener, serve_hub
from kiosk.hub.settings import DEFAULT_CLAIM_HOURS, DEFAULT_HANDSHAKE_MINUTES, HubSettings
from kiosk.hub.web.links import is_for_this_machine_alone

_MOST_CLAIM_HOURS = 24 * 31
_MOST_HANDSHAKE_MINUTES = 60

_OPTIONS = (
    *(add_broker, add_joining_options, add_apple_options, add_google_options),
    *(add_message_options, add_retention_option, add_label_options, add_payment_options),
    *(add_attribution_options, add_page_options),
)


def add_serve_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    serve = commands.add_parser(
        "serve",
        help="answer screens and phones until interrupted",
        usage="%(prog)s [OPTION ...]",
        description=SERVE,
        formatter_class=RawDescriptionHelpFormatter,
    )
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on; 0.0.0.0: all (default: %(default)s)")
    serve.add_argument("--port", type=_read_port, default=8080, help="port to listen on (default: %(default)s)")
    serve.add_argument(
        "--public-url",
        metavar="URL",
        type=_read_public_url,
        help="how phones reach it, for example https://hub.shop.example (default: host and port)",
    )
    add_database(serve)
    add_media(serve)
    serve.add_argument(
        "--themes", metavar="DIR", type=Path, help="the store's own themes; screens fetch those they are to wear"
    )
    serve.add_argument(
        "--health",
        metavar="ADDRESS",
        type=_read_health,
        default=NOBODY,
        help="where a monitor on this machine may ask for /healthz and /metrics, such as 127.0.0.1:9464 or"
        " unix:/run/vitrine-hub/health.sock (default: nowhere)",
    )
    _add_lives(serve)
    for add in _OPTIONS:
        add(serve)
    serve.set_defaults(run=_serve)


def _add_lives(serve: ArgumentParser) -> None:
    """How long things last that members begin."""
    serve.add_argument(
        "--claim-hours",
        metavar="HOURS",
        type=_read_hours,
        default=timedelta(hours=DEFAULT_CLAIM_HOURS),
        help=f"how long the page of a kept offer waits for a phone to open it (default: {DEFAULT_CLAIM_HOURS})",
    )
    serve.add_argument(
        "--handshake-minutes",
        metavar="MINUTES",
        type=_read_minutes,
        default=timedelta(minutes=DEFAULT_HANDSHAKE_MINUTES),
        help=f"how long the staff see what a member shows them (default: {DEFAULT_HANDSHAKE_MINUTES})",
    )


def _read_public_url(text: str) -> str:
    url = urlsplit(text)
    if url.scheme not in {"http", "https"} or not url.hostname or url.query or url.fragment:
        message = "it begins with http:// or https:// and names a host, such as https://hub.shop.example"
        raise ArgumentTypeError(message)
    return text.rstrip("/")


def _read_port(text: str) -> int:
    port = int(text) if text.isdecimal() else -1
    if not 0 <= port < 1 << 16:
        message = "a port is a number from 0 to 65535"
        raise ArgumentTypeError(message)
    return port


def _read_health(text: str) -> str:
    if not re.match(LISTEN, text):
        raise ArgumentTypeError(LISTEN_IN_WORDS)
    return text


def _read_hours(text: str) -> timedelta:
    hours = int(text) if text.isdecimal() else 0
    if not 1 <= hours <= _MOST_CLAIM_HOURS:
        message = f"hours are a number from 1 to {_MOST_CLAIM_HOURS}"
        raise ArgumentTypeError(message)
    return timedelta(hours=hours)


def _read_minutes(text: str) -> timedelta:
    minutes = int(text) if text.isdecimal() else 0
    if not 1 <= minutes <= _MOST_HANDSHAKE_MINUTES:
        message = f"minutes are a number from 1 to {_MOST_HANDSHAKE_MINUTES}"
        raise ArgumentTypeError(message)
    return timedelta(minutes=minutes)


def _read_settings(arguments: Namespace, public_url: str) -> HubSettings:
    mail, payment = read_mail(arguments), read_payment(arguments)
    return HubSettings(
        database=arguments.database,
        media=arguments.media,
        host=arguments.host,
        port=arguments.port,
        public_url=public_url,
        broker=read_broker(arguments),
        themes=arguments.themes,
        claim_life=arguments.claim_hours,
        handshake=arguments.handshake_minutes,
        mail=mail,
        replies=read_replies(arguments, mail),
        oidc=read_oidc(arguments),
        store_key=read_store_key(arguments),
        card_numbers=read_card_numbers(arguments),
        wallets=read_wallets(arguments, read_clock),
        push=read_push(arguments),
        manners=read_manners(arguments),
        rules=read_rules(arguments),
        retention=read_keeps(arguments),
        chatwoot=read_chatwoot_option(arguments),
        health=arguments.health,
        scale_labels=read_scale_labels(arguments),
        payment=payment,
        fiscal=read_fiscal(arguments),
        seller=tuple(arguments.seller or ()),
        looked_at=arguments.looked_at,
        charge_on_leaving=read_highest(arguments, payment),
        access_point=arguments.access_point,
        attribution=read_attribution(arguments),
        legal=read_legal(arguments),
    )


def _serve(arguments: Namespace) -> int:
    fill_in_credentials(arguments, os.environ)
    address = f"http://{arguments.host}:{arguments.port}"
    public_url = arguments.public_url or address
    settings = _read_settings(arguments, public_url)
    with open_begun_hub(settings) as hub:
        stores = _name_stores(hub)
        require_campaigns(hub)
    listener = open_listener(settings.host, settings.port)
    say(f"The hub of {stores} listens on {address}; its console is at {public_url}/console. Ctrl-C ends it.")
    if is_for_this_machine_alone(public_url):
        say(f"Phones cannot reach {urlsplit(public_url).hostname}: set --public-url.")
    for advice in advise_on_wallets(settings.wallets, public_url):
        say(advice)
    for advice in (*advise_on_joining(settings), *advise_on_payment(settings), *advise_on_pages(settings)):
        say(advice)
    serve_hub(settings, listener)
    return 0


def _name_stores(hub: Hub) -> str:
    with hub.database.read() as session:
        names = ", ".join(store.name for store in list_stores(session))
    if not names:
        raise StoreMissing(hub.settings.database)
    return names
