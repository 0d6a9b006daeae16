"""The commands for what members earn: `kiosk hub benefits`."""

from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from pathlib import Path

import msgspec

from kiosk.errors import KioskError
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, read_given, say
from kiosk.hub.cli.guide import BENEFITS
from kiosk.hub.cli.store import pick_store
from kiosk.hub.domain.benefits.audit import find_faults
from kiosk.hub.domain.benefits.ledger import reverse
from kiosk.hub.domain.benefits.policy import UNREWARDED
from kiosk.hub.domain.benefits.programme import Programme, parse_programme, read_programme
from kiosk.hub.domain.benefits.rule import Rule
from kiosk.hub.domain.benefits.signature import make_secret
from kiosk.hub.domain.benefits.tender_rule import TenderRule
from kiosk.hub.models.benefits.action_source import set_source
from kiosk.hub.models.benefits.ledger_posting import LedgerPosting
from kiosk.hub.models.benefits.programme import set_programme
from kiosk.hub.problem import Problem
from kiosk.hub.settings import HubSettings


class BooksWrong(KioskError):
    """The ledger does not add up; the text says where."""


class PostingRefused(KioskError):
    """The posting cannot be undone; the text says why."""


def add_benefit_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `benefits` and its commands; each sets `run`, as `add_hub_commands` says."""
    benefits = commands.add_parser(
        "benefits",
        help="what members earn, and by which rules",
        description=BENEFITS,
        formatter_class=RawDescriptionHelpFormatter,
    )
    verbs = benefits.add_subparsers(required=True, metavar="COMMAND")
    show = verbs.add_parser("show", help="say what the store's programme gives")
    show.set_defaults(run=_show)
    change = verbs.add_parser("set", help="let the programme of this file hold from now on")
    change.add_argument("file", metavar="FILE", type=Path, help="a TOML file")
    change.set_defaults(run=note_first("hub benefits set", _set))
    source = verbs.add_parser("source", help="let another system say, signed, what members did")
    source.add_argument("source", metavar="ID", help="what to call it, for example gallery")
    source.set_defaults(run=note_first("hub benefits source", _open_source))
    for verb in (show, change, source):
        verb.add_argument("--store", metavar="ID", help="in which store, where there are several")
    audit = verbs.add_parser("audit", help="add up all the books anew")
    audit.set_defaults(run=_audit)
    undo = verbs.add_parser("reverse", help="undo a posting by its opposite")
    undo.add_argument("posting", metavar="NUMBER", type=int, help="the posting's number")
    undo.add_argument("--because", metavar="TEXT", required=True, help="why, for whoever reads the books")
    undo.set_defaults(run=note_first("hub benefits reverse", _reverse))
    for verb in (show, change, source, audit, undo):
        add_database(verb)


def _show(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        programme = read_programme(session, pick_store(session, arguments.store).id)
    for rule in programme.earn:
        say(_describe(rule))
    _say_rest(programme)
    return 0


def _describe(rule: Rule) -> str:
    gift = f"{rule.amount} {rule.unit}" if rule.rate is None else f"{rule.rate} {rule.unit} for each {rule.of}"
    set_limits = msgspec.structs.asdict(rule.limits).items()
    limits = "".join(f", {name.replace('_', ' ')} {most}" for name, most in set_limits if most)
    ends = "".join(f", {word} {day}" for word, day in (("from", rule.start), ("until", rule.until)) if day)
    return f"{rule.name}: {gift} on {rule.on}{limits}{ends}"


def _describe_tender(tender: TenderRule) -> str:
    hold = f"held for {tender.hold_minutes} minutes"
    return f"pay: {tender.unit} at {tender.worth} {tender.of} each, at most {tender.at_most} {tender.of}, {hold}"


def _say_rest(programme: Programme) -> None:
    for tender in programme.pay:
        say(_describe_tender(tender))
    stamps = programme.stamps
    if stamps:
        say(f"stamp card: {stamps.amount} {stamps.unit} for {stamps.departments} departments")
    for action, why in UNREWARDED.items():
        say(f"{action}: off. {why}.")


def _set(arguments: Namespace) -> int:
    programme = parse_programme(read_given(arguments.file))
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        store = pick_store(session, arguments.store)
        set_programme(session, store.id, msgspec.to_builtins(programme), hub.now())
    say(f"{store.id}: {len(programme.earn)} rules hold from now on.")
    return 0


def _open_source(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        store, secret = pick_store(session, arguments.store), make_secret(hub.mint())
        set_source(session, store.id, arguments.source, secret)
    say(f"/v1/actions/{store.id}/{arguments.source}")
    say(secret)
    return 0


def _audit(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        faults = find_faults(session)
    if faults:
        raise BooksWrong("; ".join(faults))
    say("The books are right: every posting sums to zero, and every balance is what its lines say.")
    return 0


def _reverse(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        row = session.get(LedgerPosting, arguments.posting)
        if row is None:
            message = "no posting has this number"
            raise PostingRefused(message)
        try:
            opposite = reverse(session, row, arguments.because, hub.now())
        except Problem as problem:
            raise PostingRefused(problem.detail) from problem
    say(f"Posting {row.id} is undone by posting {opposite}.")
    return 0
