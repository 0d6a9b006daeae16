"""`kiosk offers reasons`: says of every offer why a logged decision passed it over."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.cli.arguments import Subparsers
from kiosk.cli.main import add_settings_options
from kiosk.cli.offers.explain import recall_offers
from kiosk.errors import FileRefused, KioskError
from kiosk.learning.decision import Decision, list_candidates
from kiosk.learning.decision_log import FILE_NAME, OLDER_NAME, read_decisions
from kiosk.learning.kept_back import HERS, OUTRANKED, tell_reasons
from kiosk.offers.catalogue import Catalogue
from kiosk.offers.eligibility import Exclusion
from kiosk.offers.explanation import EXPOSING, say_exclusion
from kiosk.settings import Settings

DESCRIPTION = """\
Say of every offer why this screen did not show it when it decided for another one: the last time, or at the impression
that is named. Where the offers have changed since, only those are told of which the log itself says it.
The log says nothing of the shopper: whether an offer was not meant for her, or was held back from her to measure
its effect, is all one here.

examples:
  kiosk offers reasons --config kiosk.toml
  kiosk offers reasons 01980d2c-7c1e-7c52-9f0e-3f3cf4b1a1d2 --config kiosk.toml"""

_WORDS = {
    **{exclusion.value: say_exclusion(exclusion).words for exclusion in Exclusion},
    EXPOSING.code: EXPOSING.words,
    OUTRANKED: "gives way to a more important one",
    HERS: "is not for this shopper, here and now, or is held back from the shopper to measure its effect",
}
_CHANGED = "the offers are others by now: of those that were for another place, time or shopper nothing can be said"


class NoSuchDecision(KioskError):
    """The log holds no decision of that name."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"the log in {folder} holds no such decision, or none that says what it passed over")


def add_reasons_command(commands: Subparsers) -> None:
    """Add the sub-command."""
    parser = commands.add_parser(
        "reasons",
        help="why each offer was not shown at a decision",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("impression", nargs="?", help="the id of the impression (the last decision)")
    parser.set_defaults(run=tell_decision)
    add_settings_options(parser)


def tell_decision(args: argparse.Namespace, settings: Settings) -> int:
    """Print the reasons. Raises `KioskError`."""
    decision = _find_decision(settings.state.dir, args.impression)
    local = decision.at.astimezone(ZoneInfo(settings.store.time_zone))
    sys.stdout.write(f"{local:%Y-%m-%d %H:%M}: {_name(decision.offer)} was shown\n")
    sys.stdout.writelines(f"{line}\n" for line in _list_lines(decision, settings, local))
    return 0


def _list_lines(decision: Decision, settings: Settings, local: datetime) -> Iterator[str]:
    candidates, kept_back = list_candidates(decision.lottery), decision.kept_back
    for offer in candidates:
        if offer != decision.offer:
            yield f"{_name(offer)}: might have been drawn"
    if kept_back is None:
        return
    known, _ = recall_offers(settings)
    reasons: Iterable[tuple[str, str]] = kept_back.held.items()
    if Catalogue(known.offers).version == kept_back.catalogue:
        reasons = tell_reasons(kept_back, candidates, known.offers, local)
    else:
        yield _CHANGED
    for offer, why in sorted(reasons):
        yield f"{_name(offer)}: {_WORDS.get(why, why)}"


def _find_decision(folder: Path, impression: str | None) -> Decision:
    """The decision of this impression, or the last one; those of an older version do not say what they passed over."""
    found: Decision | None = None
    for name in (OLDER_NAME, FILE_NAME):
        for decision in _read(folder / name):
            if decision and decision.kept_back and impression in (None, decision.id):
                found = decision
    if found is None:
        raise NoSuchDecision(folder)
    return found


def _read(path: Path) -> Iterator[Decision | None]:
    try:
        yield from read_decisions(path)
    except FileNotFoundError:
        return
    except OSError as error:
        message = f"{path} cannot be read ({os.strerror(error.errno or 0)})"
        raise FileRefused(message) from error


def _name(offer: str) -> str:
    """The id as a terminal may print it."""
    return offer if offer.isprintable() else repr(offer)
