"""Says in plain words and pictures what a log can tell of a policy that never ran, and what it cannot."""

from collections.abc import Sequence

from kiosk.learning.evaluation.chapters import fill_chapter
from kiosk.learning.evaluation.charts import Dot, draw_dots
from kiosk.learning.evaluation.off_policy import Answer

_TICK = 0.001
_TICKS = 4


def write_off_policy_chapter(answers: Sequence[Answer]) -> str:
    """The chapter, as HTML, about at least one answer."""
    known = [(answer.estimate.snips, answer.truth) for answer in answers if answer.truth]
    right = sum(bounds.low <= truth.mean <= bounds.high for bounds, truth in known)
    return fill_chapter(
        "off_policy_chapter",
        right=str(right),
        known=str(len(known)),
        lead=_tell_lead(answers),
        charts="".join(map(_draw_answer, answers)),
    )


def _tell_lead(answers: Sequence[Answer]) -> str:
    proven = sum(answer.estimate.snips.low > answer.chance.high for answer in answers)
    if not proven:
        return "For no rule does this log prove a lead over chance."
    return f"For {proven} of {len(answers)} rules the log shows a lead over chance."


def _draw_answer(answer: Answer) -> str:
    estimate = answer.estimate
    dots = [
        Dot("by chance (measured)", answer.chance),
        Dot("estimate, IPS", estimate.ips, "ours"),
        Dot("estimate, SNIPS", estimate.snips, "ours"),
        Dot("estimate, DR", estimate.dr, "ours"),
    ]
    if answer.truth:
        dots.append(Dot("the truth (measured)", answer.truth, "known"))
    whose = answer.policy[0].upper() + answer.policy[1:]
    title = f"{whose} rule, audience {answer.audience}: clicks per 1,000"
    note = f"worth {estimate.sample:,.0f} of {answer.impressions:,} impressions"
    return f'<h3>{title}</h3><p class="note">{note}</p>{draw_dots(title, dots, _find_top(dots), _write_per_thousand)}'


def _find_top(dots: Sequence[Dot]) -> float:
    """The axis ends where all its ticks are whole clicks per 1,000."""
    step = _TICK * _TICKS
    return step * (int(max(dot.interval.high for dot in dots) / step) + 1)


def _write_per_thousand(rate: float) -> str:
    return f"{rate * 1000:.1f}"
