"""`kiosk offers evaluate`: how well the ranking would have done on recorded data."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from kiosk.cli.arguments import Subparsers
from kiosk.errors import FileRefused, KioskError

if TYPE_CHECKING:
    from kiosk.learning.evaluation.report import Findings

Found = TypeVar("Found")

DESCRIPTION = """\
Try the ranking on recorded shopping and say how well it did.

  coupons   The Complete Journey data: given a household that redeemed something in a campaign, rank the campaign's
            coupons by what it bought before the campaign began. It needs the extra `learn`.
  bandit    The Open Bandit sample: from a log of items shown by chance, estimate what other rules would have earned
            (IPS, SNIPS, DR, each with a 95 % interval). Its wheel (1.3 MB) is downloaded once and never installed.

examples:
  kiosk offers evaluate --report evaluation.html     both, and a page to read and print
  kiosk offers evaluate --only coupons               about half a minute
  kiosk offers evaluate --json > figures.json        for other programs

exit status: 0 evaluated, 2 the data of a part could not be had (a sentence says how to get it; the other is done)."""


def add_evaluate_command(commands: Subparsers) -> None:
    """Add the sub-command."""
    parser = commands.add_parser(
        "evaluate",
        help="how well the ranking would have done on recorded data",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--only", choices=("coupons", "bandit"), help="one of the two parts; by default both")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write a page for a manager, as HTML")
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder of the Complete Journey parquet files")
    parser.add_argument("--bandit-data", type=Path, metavar="DIR", help="folder of the obp wheel (a cache of your own)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of all chance in the evaluation (1)")
    parser.add_argument("--resamples", type=int, default=1000, metavar="N", help="for the estimates' intervals (1000)")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    parser.set_defaults(run=evaluate)


def evaluate(args: argparse.Namespace) -> int:
    """Evaluate and print; the report is written last."""
    from kiosk.learning.evaluation.report import write_report  # noqa: PLC0415 # loaded once the arguments are good

    findings = _find_out(args)
    if args.json:
        sys.stdout.write(msgspec.json.encode(findings).decode() + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _list_lines(findings))
    if args.report:
        _write_file(args.report, write_report(findings))
    is_whole = (findings.lines or args.only == "bandit") and (findings.answers or args.only == "coupons")
    return 0 if is_whole else 2


def _find_out(args: argparse.Namespace) -> "Findings":
    from kiosk.learning.evaluation.report import Findings  # noqa: PLC0415 # as above
    from kiosk.learning.evaluation.trial import try_coupons, try_off_policy  # noqa: PLC0415 # as above

    if args.resamples < 1:
        message = "--resamples must be a whole number from 1"
        raise KioskError(message)
    folder = args.bandit_data or _name_cache()
    seed, resamples = args.seed, args.resamples
    return Findings(
        [] if args.only == "bandit" else _attempt(lambda: try_coupons(args.data, seed, _report_progress)),
        [] if args.only == "coupons" else _attempt(lambda: try_off_policy(folder, seed, resamples, _report_progress)),
        seed,
    )


def _attempt(ask: Callable[[], list[Found]]) -> list[Found]:
    """What one part found; nothing where its data could not be had, which is no reason to go without the other."""
    try:
        return ask()
    except KioskError as refusal:
        sys.stderr.write(f"left out: {refusal}\n")
        return []


def _list_lines(findings: "Findings") -> Iterator[str]:
    from kiosk.learning.evaluation.summary import list_coupon_lines, list_policy_lines  # noqa: PLC0415 # as above

    if findings.lines:
        yield from list_coupon_lines(findings.lines)
    if findings.lines and findings.answers:
        yield ""
    if findings.answers:
        yield from list_policy_lines(findings.answers)


def _report_progress(doing: str) -> None:
    sys.stderr.write(f"{doing} ...\n")


def _name_cache() -> Path:
    """Where programs keep what they can fetch again. Source: XDG Base Directory Specification."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "vitrine-kiosk"


def _write_file(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        message = f"{path} cannot be written ({os.strerror(error.errno or 0)})"
        raise FileRefused(message) from error
    sys.stderr.write(f"the report is in {path}\n")
