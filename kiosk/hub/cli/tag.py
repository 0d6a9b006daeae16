"""`kiosk hub tag`: the keys that make a tag believed."""

import re
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)

from kiosk.hub.cli.command import add_database, open_begun_hub, say
from kiosk.hub.cli.guide import TAG
from kiosk.hub.domain.credentials.sun import derive_file_key, derive_meta_key
from kiosk.hub.models.members.sun_key import get_sun_key
from kiosk.hub.settings import HubSettings


def add_tag_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    tag = commands.add_parser(
        "tag", help="the keys of an NTAG 424 DNA", description=TAG, formatter_class=RawDescriptionHelpFormatter
    )
    tag.add_argument("uid", type=_read_uid, help="the tag's UID: 14 hex digits, with or without colons")
    add_database(tag)
    tag.set_defaults(run=_tell_keys)


def _read_uid(text: str) -> bytes:
    digits = text.replace(":", "")
    if not re.fullmatch(r"[0-9A-Fa-f]{14}", digits):
        message = "a UID has 14 hex digits"
        raise ArgumentTypeError(message)
    return bytes.fromhex(digits)


def _tell_keys(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        master = get_sun_key(session)
    say(f"SDMMetaReadKey  {derive_meta_key(master).hex()}  (of every tag of this hub)")
    say(f"SDMFileReadKey  {derive_file_key(master, arguments.uid).hex()}  (of this tag alone)")
    say(f"NDEF address    https://shop.example/t?picc_data={'0' * 32}&cmac={'0' * 16}")
    say("                Before the ? write an address of your own: phones open it, screens read what follows.")
    return 0
