"""Why who lets the store charge her as she leaves is asked all the same: each reason has a name and a sentence."""

from typing import Literal, TypeAlias

Doubt: TypeAlias = Literal[
    "off",
    "unseen",
    "screen_silent",
    "untold",
    "late",
    "several",
    "in_doubt",
    "charged_today",
    "at_a_till",
    "packed_before",
    "at_screen",
    "not_carried",
    "not_sold",
    "price_changed",
    "age",
    "weighed",
    "look_due",
    "other_currency",
    "over_limit",
    "no_money",
    "other_sum",
    "declined",
]
"""Why who lets the store charge her is asked all the same:

- `off`: the store charges nobody on leaving any more, or who takes its money is another by now, or away
- `unseen`: no exit saw her go, and she did not say so
- `screen_silent`: a screen of the store was not heard of, and may have seen her after an exit did
- `untold`: she was not told what she would be charged as an exit saw her go
- `late`: her basket changed, or she came again, since she left, or that is longer ago than an hour
- `several`: what she has lies in baskets of several keys, or she allowed it under several
- `in_doubt`: nobody knows what came of a payment of hers
- `charged_today`: she was charged on leaving on this day already
- `at_a_till`: something of hers came by a till since she came in, and may be what lies in her basket
- `packed_before`: something lay in her basket before she came
- `at_screen`: something came by a card at a screen, maybe a copy of hers, and she has not confirmed it on her phone
- `not_carried`: something is to be picked up, or brought to her home
- `not_sold`: something is not sold any more, or not by what its code said
- `price_changed`: something costs another price than the one that she saw
- `age`: not everybody may buy something of it, and nobody of the staff looked yet
- `weighed`: something was weighed or labelled, and nobody of the staff looked whether it says so
- `look_due`: the lot fell on her, and her bag would have been looked into
- `other_currency`: her limit is in another currency
- `over_limit`: it costs more than her limit
- `no_money`: her points or her credit would pay for all of it, which she decides herself
- `other_sum`: it comes to another sum, or to the same by other means, than her phone showed her last
- `declined`: the provider did not take the money, or her bank asks for her first
"""
