"""To which contact each purchase goes back: to exactly one, or to none that is known. Pure.

The rule is the store's (`Attribution`): the first or the last contact of the buyer within its window before the
purchase. No purchase is split, and none counts for two: so what goes back to each origin, and to none, sums to all that
was sold.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from kiosk.hub.attribution import Attribution
from kiosk.hub.domain.attribution.contact import Contact, Origin, Purchase


class Credit(Struct, frozen=True):
    """The purchase, and what it goes back to; `None`: nothing that is known."""

    purchase: Purchase
    contact: Contact | None

    @property
    def origin(self) -> Origin | None:
        """By what the store reached the buyer."""
        return self.contact.origin if self.contact else None


class Diary:
    """The contacts of everybody, and the rule by which one of them is chosen."""

    def __init__(self, contacts: Iterable[Contact], attribution: Attribution) -> None:
        self._attribution = attribution
        self._by_person = _group(contacts)

    @property
    def window(self) -> timedelta:
        """How long before a purchase a contact counts."""
        return timedelta(days=self._attribution.days)

    def find(self, person: str, since: datetime, until: datetime) -> Contact | None:
        """The contact that counts of those that this person had from `since` to `until`, both included."""
        contacts = self._by_person.get(person, ())
        begin, end = bisect_left(contacts, since, key=_get_time), bisect_right(contacts, until, key=_get_time)
        if begin == end:
            return None
        return contacts[begin] if self._attribution.rule == "first" else contacts[end - 1]

    def credit(self, purchase: Purchase) -> Credit:
        """What the purchase goes back to."""
        if purchase.person is None:
            return Credit(purchase, None)
        return Credit(purchase, self.find(purchase.person, purchase.at - self.window, purchase.at))


def _group(contacts: Iterable[Contact]) -> Mapping[str, Sequence[Contact]]:
    """Of two at the same moment a campaign's comes first, by its name: any order, but always the same."""
    groups: defaultdict[str, list[Contact]] = defaultdict(list)
    for contact in sorted(contacts, key=lambda one: (one.at, one.origin)):
        groups[contact.person].append(contact)
    return groups


def _get_time(contact: Contact) -> datetime:
    return contact.at
