"""Why a benefit takes nothing off: a member who holds a coupon is owed a reason."""

from collections.abc import Sequence

from kiosk.pricing.cents import to_amount, to_cents
from kiosk.pricing.claim import Claim, take
from kiosk.pricing.effect import Threshold
from kiosk.pricing.lot import Lot, sum_prices
from kiosk.pricing.priced import Idle, IdleReason


def find_flaw(claim: Claim, lots: Sequence[Lot]) -> IdleReason | None:
    """Why it could take nothing off this basket even if it were alone; `None`: it could."""
    if claim.benefit.most == 0 or claim.benefit.budget_cents == 0:
        return "used_up"
    if _reckon_missing(claim, lots) > 0:
        return "below_threshold"
    return None if take(claim, lots).saved else "nothing_fits"


def tell_idle(claim: Claim, flaw: IdleReason | None, lots: Sequence[Lot]) -> Idle:
    """What is said of a benefit that takes nothing off."""
    missing = to_amount(_reckon_missing(claim, lots)) if flaw == "below_threshold" else None
    return Idle(claim.benefit.id, claim.benefit.title, flaw or "others_are_better", missing)


def _reckon_missing(claim: Claim, lots: Sequence[Lot]) -> int:
    effect = claim.benefit.effect
    if not isinstance(effect, Threshold):
        return 0
    return to_cents(effect.at_least) - sum_prices(lot for lot in lots if lot.line in claim.lines)
