"""Who left with something in her basket is asked about it: what is not charged as she allowed, she pays herself."""

from typing import Literal, TypeAlias

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.thanks import find_own_page
from kiosk.hub.domain.conversation.conversation import Said, tell_member
from kiosk.hub.models.basket.basket_line import list_basket_lines
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.settlement.settlement import find_open
from kiosk.hub.models.visit.visit import Visit
from kiosk.hub.text.leaving_words import choose_leaving_words
from kiosk.hub.text.visit_words import choose_visit_words

Doubt: TypeAlias = Literal[
    "off",
    "unseen",
    "late",
    "several",
    "in_doubt",
    "charged_today",
    "at_a_till",
    "packed_before",
    "not_carried",
    "not_sold",
    "price_changed",
    "age",
    "weighed",
    "look_due",
    "other_currency",
    "over_limit",
    "no_money",
    "declined",
]
"""Why who lets the store charge her is asked all the same:

- `off`: the store charges nobody on leaving any more, or who takes its money is another by now, or away
- `unseen`: no door saw her go, and she did not say so
- `late`: her basket changed, or she came again, since she left, or that is longer ago than an hour
- `several`: what she has lies in baskets of several keys, or she allowed it under several
- `in_doubt`: nobody knows what came of a payment of hers
- `charged_today`: she was charged on leaving on this day already
- `at_a_till`: something of hers came by a till since she came in, and may be what lies in her basket
- `packed_before`: something lay in her basket before she came
- `not_carried`: something is to be picked up, or brought to her home
- `not_sold`: something is not sold any more, or not by what its code said
- `price_changed`: something costs another price than the one that she saw
- `age`: not everybody may buy something of it, and nobody of the staff looked yet
- `weighed`: something was weighed or labelled, and nobody of the staff looked whether it says so
- `look_due`: the lot fell on her, and her bag would have been looked into
- `other_currency`: her limit is in another currency
- `over_limit`: it costs more than her limit
- `no_money`: her points or her credit would pay for all of it, which she decides herself
- `declined`: the provider did not take the money, or her bank asks for her first
"""


def is_unpaid(session: Session, visit: Visit) -> bool:
    """Whether she may have carried out what she did not pay for.

    What she picks up or has brought home she did not. While a payment runs, it says how that stands.
    """
    keys = list_kin(session, visit.member_key)
    lines = [line for line in list_basket_lines(session, keys) if line.way == "take"]
    was_filled_here = any(line.added_at >= visit.began_at for line in lines)
    return was_filled_here and find_open(session, keys) is None


def ask_to_pay(hub: Hub, session: Session, person: Member, occasion: str, doubt: Doubt | None = None) -> bool:
    """Ask her, once for this occasion, on a page that no stranger reads; False: she was asked, or has no such page.

    With a `doubt` she lets the store charge her as she leaves, and reads why that was not done.
    """
    bookmark = find_own_page(session, person.key)
    if bookmark is None:
        return False
    text = choose_visit_words(bookmark.language).unpaid
    if doubt is not None:
        words = choose_leaving_words(bookmark.language)
        text = words.asked.format(doubt=words.doubts[doubt])
    return tell_member(hub, session, bookmark, Said(text, "hub", occasion))
