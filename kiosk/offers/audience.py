"""Who an offer is meant for."""

from kiosk.contract.offer import Audience
from kiosk.contract.shopper import PERSONAL_OFFERS, Shopper


def reaches(audience: Audience, shopper: Shopper | None) -> bool:
    """Whether this audience holds the shopper; `None` is anybody, of whom nothing is known.

    Without consent to personal offers a shopper's segments count for nothing: she is anybody.
    """
    if shopper is None or PERSONAL_OFFERS not in shopper.consents:
        return is_open(audience)
    segments = shopper.segments
    return (
        segments.issuperset(audience.all)
        and (not audience.any or not segments.isdisjoint(audience.any))
        and segments.isdisjoint(audience.none)
    )


def is_open(audience: Audience) -> bool:
    """Whether the offer is for everybody and may be shown to anybody."""
    return not (audience.all or audience.any or audience.none)


def list_keys(audience: Audience) -> tuple[str | None, ...]:
    """The segments of which a shopper needs at least one to be reached; `None`: she needs none.

    The catalogue files an offer under these, so that a look-up meets only offers it may well take.
    """
    if audience.all:
        return (audience.all[0],)
    return audience.any or (None,)
