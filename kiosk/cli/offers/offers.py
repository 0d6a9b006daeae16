"""`kiosk offers`: shows how offers are chosen."""

from kiosk.cli.arguments import Subparsers, add_group
from kiosk.cli.offers.evaluate import add_evaluate_command
from kiosk.cli.offers.explain import add_explain_command
from kiosk.cli.offers.reasons import add_reasons_command
from kiosk.cli.offers.replay import add_replay_command

DESCRIPTION = """\
See how offers are chosen, and how well.

examples:
  kiosk offers explain --config kiosk.toml             what may be shown to anybody now, and what keeps the rest back
  kiosk offers explain o-mug --segment coffee --config kiosk.toml
  kiosk offers replay /var/lib/vitrine-kiosk/decisions.jsonl
  kiosk offers reasons --config kiosk.toml             why each other offer was not shown the last time that one was"""


def add_command(subparsers: Subparsers) -> None:
    """Add the command with its sub-commands."""
    commands = add_group(subparsers, "offers", "see how offers are chosen", DESCRIPTION)
    add_explain_command(commands)
    add_replay_command(commands)
    add_reasons_command(commands)
    add_evaluate_command(commands)
