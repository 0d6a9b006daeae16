"""The moment in which an offer would be shown: before which screen, when, to whom, and what was shown before."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from kiosk.contract.shopper import PERSONAL_OFFERS, Shopper
from kiosk.offers.shown import Shown

K_ANONYMITY = 5
"""So many shoppers an audience reaches at least where a store says nothing else."""


class Policy(Struct, frozen=True):
    """The store's own rules for all offers.

    `contacts_per_day` is how many offers a shopper is shown at most in a day (`None`: as many as there are);
    `control_salt` decides who is held out, and must be the same at all screens for as long as an offer is measured.
    `k_anonymity` is how many shoppers an audience must reach at least, so that it points at nobody.
    """

    contacts_per_day: int | None = None
    control_salt: str = ""
    k_anonymity: int = 1

    def cap_contacts(self, most: int | None) -> "Policy":
        """The same with the cap that the loyalty system states; `None`: it states none."""
        return self if most is None else replace(self, contacts_per_day=most)


NO_POLICY = Policy()


class Situation(Struct, frozen=True):
    """All that eligibility depends on beside the offer itself.

    `local` is the store's own time (aware), `mono` monotonic seconds; `shopper` is `None` for anybody. `traits` are
    what was reckoned of her, by name; `None`: they are not known here.
    """

    zones: frozenset[str]
    local: datetime
    mono: float
    shopper: Shopper | None
    shown: Shown
    cooldown_s: float
    policy: Policy = NO_POLICY
    traits: Mapping[str, float] | None = None

    @property
    def person(self) -> Shopper | None:
        """The shopper as far as rules may ask about her: without consent to personal offers she is anybody."""
        shopper = self.shopper
        return shopper if shopper and PERSONAL_OFFERS in shopper.consents else None
