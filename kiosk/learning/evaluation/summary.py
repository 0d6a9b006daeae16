"""Says what was found in lines for a terminal."""

from collections.abc import Iterator, Sequence

from kiosk.learning.evaluation.coupons import Line
from kiosk.learning.evaluation.figures import Interval
from kiosk.learning.evaluation.off_policy import Answer

_HEAD = f"{'MRR [95 %]':19}  {'AUC [95 %]':19}"
_VERDICTS = {True: "beaten", False: "not beaten", None: ""}


def list_coupon_lines(lines: Sequence[Line]) -> Iterator[str]:
    """A table of the rankings; the last column says of the target whether it was beaten."""
    yield f"{'campaigns':10} {'ranking':16} lists  first 5  {_HEAD}  target"
    for line in lines:
        yield (
            f"{line.type:10} {line.ranking:16} {line.lists:5}  {line.hit.mean:7.3f}  "
            f"{_write(line.mrr, 3)}  {_write(line.auc, 3)}  {_VERDICTS[line.beats_target]}"
        ).rstrip()
    yield "Type A flatters every look at purchases: the retailer chose its coupons by them. B and C are the fair test."


def list_policy_lines(answers: Sequence[Answer]) -> Iterator[str]:
    """A table of the estimates, in clicks per impression."""
    yield f"{'audience':8} {'policy':14} {'IPS [95 %]':24}  {'SNIPS [95 %]':24}  {'DR [95 %]':24}  {'worth':>6}  truth"
    for answer in answers:
        estimate = answer.estimate
        truth = _write(answer.truth, 5) if answer.truth else "unknown"
        yield (
            f"{answer.audience:8} {answer.policy:14} {_write(estimate.ips, 5)}  {_write(estimate.snips, 5)}  "
            f"{_write(estimate.dr, 5)}  {estimate.sample:6.0f}  {truth}"
        )


def _write(interval: Interval, digits: int) -> str:
    return f"{interval.mean:.{digits}f} [{interval.low:.{digits}f} {interval.high:.{digits}f}]"
