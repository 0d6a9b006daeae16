"""`kiosk hub` and its commands, put together."""

from argparse import (
    ArgumentParser,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)

from kiosk.hub.cli.beacon import add_beacon_command
from kiosk.hub.cli.benefits import add_benefit_commands
from kiosk.hub.cli.campaign import add_campaign_commands
from kiosk.hub.cli.chatwoot import add_chatwoot_commands
from kiosk.hub.cli.departments import add_department_commands
from kiosk.hub.cli.guide import HUB
from kiosk.hub.cli.importing import add_import_command
from kiosk.hub.cli.labels import add_label_commands
from kiosk.hub.cli.mail import add_mail_commands
from kiosk.hub.cli.member import add_member_commands
from kiosk.hub.cli.member_data import add_restore_check_command
from kiosk.hub.cli.mqtt import ListPresence, add_mqtt_command
from kiosk.hub.cli.offer import add_offer_commands
from kiosk.hub.cli.openapi import add_openapi_command
from kiosk.hub.cli.person import add_person_commands
from kiosk.hub.cli.promotions import add_promotion_commands
from kiosk.hub.cli.push_key import add_push_key_command
from kiosk.hub.cli.report import add_report_command
from kiosk.hub.cli.retention import add_retention_command
from kiosk.hub.cli.screen import add_screen_commands
from kiosk.hub.cli.seed import add_seed_command
from kiosk.hub.cli.segment import add_segment_commands
from kiosk.hub.cli.serve import add_serve_command
from kiosk.hub.cli.source import add_source_commands
from kiosk.hub.cli.store_key import add_store_key_command
from kiosk.hub.cli.tag import add_tag_command
from kiosk.hub.cli.till import add_till_commands
from kiosk.hub.cli.wallet_pass import add_pass_commands
from kiosk.hub.cli.webhook import add_webhook_commands


def add_hub_commands(
    subparsers: "_SubParsersAction[ArgumentParser]", list_presence: ListPresence = lambda _make: ()
) -> None:
    """Add `hub` and its commands; each sets `run`. `list_presence` knows the makes of gateway.

    `run` takes the parsed arguments, returns the exit code and raises `KioskError`.
    """
    hub = subparsers.add_parser(
        "hub", help="the store's own loyalty service", description=HUB, formatter_class=RawDescriptionHelpFormatter
    )
    commands = hub.add_subparsers(required=True, metavar="COMMAND")
    add_seed_command(commands)
    add_person_commands(commands)
    add_serve_command(commands)
    add_store_key_command(commands)
    add_screen_commands(commands)
    add_mqtt_command(commands, list_presence)
    add_till_commands(commands)
    add_label_commands(commands)
    add_tag_command(commands)
    add_beacon_command(commands)
    add_offer_commands(commands)
    add_promotion_commands(commands)
    add_department_commands(commands)
    add_campaign_commands(commands)
    add_import_command(commands)
    add_benefit_commands(commands)
    add_member_commands(commands)
    add_segment_commands(commands)
    add_pass_commands(commands)
    add_push_key_command(commands)
    add_mail_commands(commands)
    add_webhook_commands(commands)
    add_source_commands(commands)
    add_chatwoot_commands(commands)
    add_openapi_command(commands)
    add_report_command(commands)
    add_retention_command(commands)
    add_restore_check_command(commands)
