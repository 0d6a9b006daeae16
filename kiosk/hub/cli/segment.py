"""The commands for segments with rules: `kiosk hub segment set`, `list` and `remove`."""

from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from pathlib import Path

from kiosk.errors import FileRefused, KioskError
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.profile_guide import SEGMENT
from kiosk.hub.cli.rules_file import read_rules
from kiosk.hub.cli.store import pick_store
from kiosk.hub.domain.profile.rules import RulesRefused, check_rules
from kiosk.hub.models.profile.profile import make_all_due
from kiosk.hub.models.profile.segment import Segment, find_segment, list_rules
from kiosk.hub.models.profile.stay import count_stays
from kiosk.hub.settings import HubSettings


class SegmentNotFound(KioskError):
    """No segment is meant; the text says how to see which there are."""

    def __init__(self) -> None:
        super().__init__("no segment with rules has this name: `kiosk hub segment list` says which there are")


def add_segment_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `segment` and its commands; each sets `run`, as `add_hub_commands` says."""
    segment = commands.add_parser(
        "segment",
        help="who belongs together by what they do",
        description=SEGMENT,
        formatter_class=RawDescriptionHelpFormatter,
    )
    verbs = segment.add_subparsers(required=True, metavar="COMMAND")
    change = verbs.add_parser("set", help="say by which rules members are in it")
    _add_common(change, name=True)
    change.add_argument("file", metavar="RULES.json", type=Path, help="the rules")
    change.set_defaults(run=note_first("hub segment set", _set))
    names = verbs.add_parser("list", help="say which there are, and how many are in each")
    _add_common(names, name=False)
    names.set_defaults(run=_list)
    remove = verbs.add_parser("remove", help="let nobody be in it any more")
    _add_common(remove, name=True)
    remove.set_defaults(run=note_first("hub segment remove", _remove))


def _add_common(parser: ArgumentParser, *, name: bool) -> None:
    if name:
        parser.add_argument("name", help="what audiences call it, for example regulars")
    parser.add_argument("--store", metavar="ID", help="whose it is, where there are several stores")
    add_database(parser)


def _set(arguments: Namespace) -> int:
    rules = read_rules(arguments.file)
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        store_id = pick_store(session, arguments.store).id
        try:
            check_rules(rules, list_rules(session, store_id))
        except RulesRefused as refused:
            message = f"{arguments.file}: {refused}"
            raise FileRefused(message) from refused
        session.merge(Segment(store_id=store_id, id=arguments.name, rules=rules, set_at=hub.now()))
        make_all_due(session, store_id, hub.now())
    say("Set. The hub that serves looks at its members one after the other, from now on.")
    return 0


def _list(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        store_id = pick_store(session, arguments.store).id
        names, counts = list_rules(session, store_id), count_stays(session, store_id)
    for name in names:
        say(f"{counts.get(name, 0):7}  {name}")
    if not names:
        say("There are none yet: kiosk hub segment set regulars RULES.json")
    return 0


def _remove(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        store_id = pick_store(session, arguments.store).id
        segment = find_segment(session, store_id, arguments.name)
        if segment is None:
            raise SegmentNotFound
        session.delete(segment)
        make_all_due(session, store_id, hub.now())
    say("Removed. The hub that serves takes its members out, one after the other.")
    return 0
