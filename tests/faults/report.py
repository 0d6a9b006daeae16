"""What the fault trials came to, for a person, and for a build server by its exit code."""

import time
from collections.abc import Callable

from msgspec import Struct

from tests.faults.ledger import NOTHING, Verdict


class Finding(Struct, frozen=True):
    """What one kind of fault came to: how often it was done, and what became of the taps; `notes` are figures."""

    name: str
    faults: int
    verdict: Verdict = NOTHING
    notes: dict[str, float] = {}
    flaws: tuple[str, ...] = ()
    """What else should not be."""

    @property
    def is_clean(self) -> bool:
        return self.verdict.is_clean and not self.flaws


class Report(Struct):
    """All findings of one run, which `seed` repeats."""

    seed: int
    findings: list[Finding]
    seconds: float = 0.0

    @property
    def is_clean(self) -> bool:
        return all(finding.is_clean for finding in self.findings)

    @property
    def verdict(self) -> Verdict:
        return sum((finding.verdict for finding in self.findings), NOTHING)


def run_trials(seed: int, trials: list[Callable[[], Finding]], say: Callable[[str], None]) -> Report:
    """One trial after the other, each told as soon as it ended."""
    report, began = Report(seed, []), time.monotonic()
    say(f"seed {seed}")
    for trial in trials:
        since = time.monotonic()
        report.findings.append(trial())
        say(f"{describe(report.findings[-1])}, {time.monotonic() - since:.0f} s")
    report.seconds = round(time.monotonic() - began, 1)
    total = report.verdict
    say(
        f"{total.tapped} taps, {total.kept} kept, {total.booked} booked: {total.lost} lost, {total.doubled} doubled,"
        f" {total.made_up} out of nothing, {total.disordered} out of order"
    )
    return report


def describe(finding: Finding) -> str:
    """One line."""
    verdict = finding.verdict
    figures = [f"{name} {value:g}" for name, value in finding.notes.items()]
    words = [
        f"{finding.faults} faults",
        f"{verdict.tapped} taps",
        f"{verdict.kept} kept",
        f"{verdict.lost} lost",
        f"{verdict.doubled} doubled",
        f"{verdict.made_up} out of nothing",
        f"{verdict.disordered} out of order",
    ]
    return f"{finding.name}: {', '.join([*words, *figures, *finding.flaws])}"
