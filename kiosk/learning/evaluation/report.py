"""Writes what was found as one page that a manager can read and print, and that needs no other file."""

from collections.abc import Sequence

from msgspec import Struct

from kiosk.learning.evaluation.chapters import fill_chapter
from kiosk.learning.evaluation.coupons import Line
from kiosk.learning.evaluation.coupons_chapter import summarize_in_german, write_coupons_chapter
from kiosk.learning.evaluation.off_policy import Answer
from kiosk.learning.evaluation.off_policy_chapter import write_off_policy_chapter
from kiosk.version import VERSION


class Findings(Struct, frozen=True):
    """All that was found; a part for which there was no data is empty."""

    lines: Sequence[Line]
    answers: Sequence[Answer]
    seed: int


def write_report(findings: Findings) -> str:
    """The page, as HTML."""
    return fill_chapter(
        "report",
        coupons=write_coupons_chapter(findings.lines) if findings.lines else "",
        bandit=write_off_policy_chapter(findings.answers) if findings.answers else "",
        german=summarize_in_german(findings.lines),
        version=VERSION,
        seed=str(findings.seed),
    )
