"""Says in plain words and pictures how well shoppers' tastes were told from what they had bought."""

from collections.abc import Sequence

from kiosk.learning.evaluation.chapters import fill_chapter, write_percent
from kiosk.learning.evaluation.charts import Dot, draw_dots
from kiosk.learning.evaluation.coupons import OURS, TARGETS, Line
from kiosk.learning.evaluation.figures import TOP, Interval

_VERDICTS = {
    True: "On average it did better than the best simple ranking that we know.",
    False: "On average it did not do better than the best simple ranking that we know.",
}


def write_coupons_chapter(lines: Sequence[Line]) -> str:
    """The chapter, as HTML, about at least one line."""
    kinds = dict.fromkeys(line.type for line in lines)
    return fill_chapter(
        "coupons_chapter",
        top=str(TOP),
        answer=_write_answer(lines),
        charts="".join(_draw_type([line for line in lines if line.type == kind]) for kind in kinds),
        rows="".join(map(_write_row, lines)),
        targets="; ".join(f"{kind} MRR {one.mrr:.3f}, AUC {one.auc:.3f}" for kind, one in TARGETS.items()),
    )


def summarize_in_german(lines: Sequence[Line]) -> str:
    """The answer in German, as HTML; nothing where no fair test was made."""
    ours = [line for line in lines if line.ranking == OURS and line.type in TARGETS]
    found = "; ".join(f"{line.type}: {write_percent(line.hit.mean)} ({line.lists} Listen)" for line in ours)
    return fill_chapter("german", top=str(TOP), found=found) if found else ""


def _write_answer(lines: Sequence[Line]) -> str:
    by_chance = {line.type: line.hit.mean for line in lines if line.ranking == "chance"}
    sentences = [
        f"<p>In {line.type} campaigns a redeemed coupon was among the first {TOP} for "
        f"<b>{write_percent(line.hit.mean)}</b> of households; by chance it would have been "
        f"{write_percent(by_chance[line.type])}. {_VERDICTS[line.beats_target]}</p>"
        for line in lines
        if line.ranking == OURS and line.beats_target is not None
    ]
    return f'<div class="answer">{"".join(sentences)}</div>' if sentences else ""


def _draw_type(lines: Sequence[Line]) -> str:
    dots = [Dot(line.ranking, line.hit, "ours" if line.ranking == OURS else "other") for line in lines]
    title = f"{lines[0].type}: a redeemed coupon among the first {TOP} ({lines[0].lists} lists)"
    return f"<h3>{title}</h3>{draw_dots(title, dots, 1.0, write_percent)}"


def _write_row(line: Line) -> str:
    mark = ' class="ours"' if line.ranking == OURS else ""
    figures = "".join(f"<td>{_write(figure)}</td>" for figure in (line.hit, line.mrr, line.auc))
    return f"<tr{mark}><td>{line.type}</td><td>{line.ranking}</td><td>{line.lists}</td>{figures}</tr>"


def _write(interval: Interval) -> str:
    return f"{interval.mean:.3f}<small>{interval.low:.3f} to {interval.high:.3f}</small>"
