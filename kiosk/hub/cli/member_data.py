"""The commands for all that the hub has of a member: `kiosk hub member export`, `erase` and `reapply-erasures`."""

import os
import sys
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from pathlib import Path

import msgspec

from kiosk.errors import FileRefused, KioskError
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.member_name import add_member, find_named
from kiosk.hub.domain.member_data.erasure import erase_member
from kiosk.hub.domain.member_data.export import encode_export, gather_export
from kiosk.hub.domain.member_data.restoration import erase_again, find_returned
from kiosk.hub.domain.member_data.schema import describe_export
from kiosk.hub.domain.member_data.tombstone_file import file_tombstones, find_tombstone_file
from kiosk.hub.models.store.store import get_store
from kiosk.hub.settings import HubSettings
from kiosk.hub.web.data_sheet import render_sheet
from kiosk.plain_file import replace_plain

_YES = "ERASE"
_LANGUAGES = ("de", "en")


class NotConfirmed(KioskError):
    """Nothing was erased; the text says what it takes."""

    def __init__(self) -> None:
        super().__init__(f"nothing was erased: type {_YES} when asked, or say --yes")


def add_member_data_verbs(verbs: "_SubParsersAction[ArgumentParser]") -> None:
    """Add them; each sets `run`, as `add_hub_commands` says."""
    export = verbs.add_parser("export", help="write all that the hub has of her to a file, for her alone")
    add_member(export)
    export.add_argument(
        "--output", metavar="FILE", type=_read_output, required=True, help="ends in .json, or in .html to read"
    )
    export.add_argument("--language", choices=_LANGUAGES, default="en", help="of the words in it (default: en)")
    export.set_defaults(run=note_first("hub member export", _export))
    schema = verbs.add_parser("export-schema", help="describe that file's JSON, as JSON Schema")
    schema.set_defaults(run=_describe)
    erase = verbs.add_parser("erase", help="erase her from everything, for good")
    add_member(erase)
    erase.add_argument("--yes", action="store_true", help="do not ask whether it is meant")
    erase.set_defaults(run=note_first("hub member erase", _erase))
    again = verbs.add_parser("reapply-erasures", help="after a backup was restored: erase who returned with it")
    add_database(again)
    again.set_defaults(run=note_first("hub member reapply-erasures", _reapply))


def _read_output(text: str) -> Path:
    path = Path(text)
    if path.suffix not in {".json", ".html"}:
        message = "it must end in .json, for programs, or in .html, to read"
        raise ArgumentTypeError(message)
    return path


def add_restore_check_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `restore-check`."""
    check = commands.add_parser(
        "restore-check", help="after a backup was restored: say whether somebody erased returned"
    )
    add_database(check)
    check.set_defaults(run=_check)


def _export(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        member = find_named(session, arguments.member)
        export = gather_export(hub, session, member, arguments.language)
        time_zone = get_store(session, member.store_id).time_zone
    is_page = arguments.output.suffix == ".html"
    content = render_sheet(export, time_zone).encode() if is_page else encode_export(export)
    try:
        replace_plain(arguments.output, content)
    except OSError as error:
        message = f"{arguments.output} cannot be written ({os.strerror(error.errno or 0)}): choose another place"
        raise FileRefused(message) from error
    say(f"All that is known of her is in {arguments.output}, which its owner alone may read: hand it to nobody else.")
    return 0


def _describe(_arguments: Namespace) -> int:
    say(msgspec.json.format(msgspec.json.encode(describe_export()), indent=2).decode())
    return 0


def _erase(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub:
        with hub.database.read() as session:
            find_named(session, arguments.member)
        if not (arguments.yes or _is_confirmed()):
            raise NotConfirmed
        with hub.database.erase() as session:
            erase_member(hub, session, find_named(session, arguments.member))
        file_tombstones(hub)
    say("She is erased. Screens and other systems hear of it once the hub serves, within a minute as a rule.")
    say(f"Keep {find_tombstone_file(arguments.database)} apart from backups: by it a restored one is cleaned again.")
    return 0


def _is_confirmed() -> bool:
    say("Her account, cards, kept offers, messages, profile and consents go; points and coupons are lost. Receipts and")
    say(f"the book of points stay, as nobody's. This cannot be undone. Type {_YES} to go on:")
    return sys.stdin.readline().strip() == _YES


def _reapply(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub:
        returned = find_returned(hub)
        erase_again(hub, returned)
        file_tombstones(hub)
    say(f"Erased again: {len(returned)}.")
    return 0


def _check(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub:
        returned = find_returned(hub)
    if not returned:
        say("Nobody returned who was erased.")
        return 0
    say(f"{len(returned)} returned who were erased: kiosk hub member reapply-erasures, before the hub serves.")
    return 1
