"""Which language an offer is shown in."""

from collections.abc import Sequence

from kiosk.contract.offer import Offer


def choose_language(offer: Offer | None, wanted: str | None, spoken: Sequence[str]) -> str:
    """The wanted language where the screen speaks it and the offer has it; else the screen's first that it has.

    An offer in none of the screen's languages is shown in the screen's first: its texts then fall back by themselves.
    """
    order = (wanted, *spoken) if wanted in spoken else tuple(spoken)
    fitting = (language for language in order if language and (offer is None or language in offer.title))
    return next(fitting, spoken[0])
