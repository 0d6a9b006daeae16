"""What the screens must know of an offer beyond the offer itself, to judge whether it may be shown."""

from msgspec.structs import replace

from kiosk.contract.offer import Offer


def target_offer(stated: Offer, taken: int, salt: str) -> Offer:
    """The offer with what so many coupons left of its budget, and with the salt that draws its control group."""
    return replace(
        stated,
        budget=stated.budget and stated.budget.spend(taken),
        control=stated.control and replace(stated.control, salt=salt),
    )
