"""`kiosk theme`: makes, checks, previews and packs themes."""

from kiosk.cli.arguments import Subparsers, add_group
from kiosk.cli.theme.check import add_check_command
from kiosk.cli.theme.listing import add_list_command
from kiosk.cli.theme.new import add_new_command
from kiosk.cli.theme.notice import add_notice_command
from kiosk.cli.theme.offer import add_offer_command
from kiosk.cli.theme.pack import add_pack_command
from kiosk.cli.theme.preview import add_preview_command
from kiosk.cli.theme.sign import add_key_command, add_sign_command
from kiosk.cli.theme.trial import add_try_command

DESCRIPTION = """\
Make, check, pack and sign themes: folders of plain data that give a screen its colours, typefaces, sizes and words.

examples:
  kiosk theme list                         the themes on the shelf
  kiosk theme new harbour                  a folder with a theme of a few lines, to be changed
  kiosk theme check harbour                all that is wrong with it, by file and key
  kiosk theme preview harbour --live       every scene on one sheet, drawn anew whenever a file is saved
  kiosk theme pack harbour                 harbour.zip, to be put on a screen's shelf (the setting theme.dir)
  kiosk theme key shop.key                 a key of one's own, and shop.key.pub for the screens
  kiosk theme sign harbour --key shop.key  for screens that take signed themes only (the setting theme.signers)"""


def add_command(subparsers: Subparsers) -> None:
    """Add the command with its sub-commands."""
    commands = add_group(subparsers, "theme", "make, check and pack themes", DESCRIPTION)
    add_list_command(commands)
    add_new_command(commands)
    add_check_command(commands)
    add_preview_command(commands)
    add_try_command(commands)
    add_notice_command(commands)
    add_offer_command(commands)
    add_pack_command(commands)
    add_key_command(commands)
    add_sign_command(commands)
