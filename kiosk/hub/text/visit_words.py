"""What a member reads of her visit, once per language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class VisitWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in.

    `ways` say how she came, `ends` how her last visit ended, by the names of `models/visit/visit.py`.
    """

    language: str
    link: str
    title: str
    lead: str
    begin: str
    begin_hint: str
    welcome: str
    ways: Mapping[str, str]
    goals: str
    goals_none: str
    way_to: str
    mission: str
    mission_count: str
    mission_open: str
    mission_done: str
    seen: str
    seen_hint: str
    basket_one: str
    basket_several: str
    unpaid: str
    end: str
    last: str
    ends: Mapping[str, str]


_GERMAN = VisitWords(
    language="de",
    link="Ihr Besuch",
    title="Ihr Besuch",
    lead="Sind Sie gerade im Laden? Dann zeigen wir Ihnen den Weg zu dem, was Sie sich gemerkt haben.",
    begin="Ich bin da",
    begin_hint="Oder halten Sie Ihre Karte an den Bildschirm am Eingang.",
    welcome="Schön, dass Sie da sind",
    ways=MappingProxyType(
        {
            "card": "Mit Ihrer Karte gekommen, {moment}.",
            "phone": "Hier begonnen, {moment}.",
            "beacon": "Am Eingang erkannt, {moment}.",
        }
    ),
    goals="Ihr Weg zu Gemerktem",
    goals_none="Sie haben sich gerade nichts gemerkt.",
    way_to="{department}: {way}",
    mission="Ihre Stempelrunde",
    mission_count="{have} von {count} Abteilungen",
    mission_open="Noch ohne Stempel",
    mission_done="Alle Abteilungen hier haben schon gestempelt.",
    seen="Wo Sie heute waren",
    seen_hint="Das sehen nur Sie. Es kommt von Ihrem Beacon, und geht, sobald Sie ihn nicht mehr erlauben.",
    basket_one="Eine Ware im Warenkorb",
    basket_several="{count} Waren im Warenkorb",
    unpaid="In Ihrem Warenkorb liegt noch, was Sie bei Ihrem Besuch gescannt haben, und es ist nicht bezahlt. Von "
    "selbst wird nichts abgebucht: Bezahlen Sie es im Warenkorb, oder nehmen Sie heraus, was Sie dagelassen haben.",
    end="Besuch beenden",
    last="Ihr letzter Besuch: {moment}. {end}",
    ends=MappingProxyType(
        {
            "paid": "Er endete mit Ihrer Zahlung.",
            "ended": "Sie haben ihn beendet.",
            "left": "Er endete, als Sie gegangen waren.",
            "night": "Er endete mit dem Tag.",
        }
    ),
)
_ENGLISH = VisitWords(
    language="en",
    link="Your visit",
    title="Your visit",
    lead="Are you in the store just now? Then we show you the way to what you kept.",
    begin="I am here",
    begin_hint="Or hold your card to the screen at the door.",
    welcome="Good to have you here",
    ways=MappingProxyType(
        {
            "card": "You came with your card, {moment}.",
            "phone": "You began it here, {moment}.",
            "beacon": "You were recognised at the door, {moment}.",
        }
    ),
    goals="Your way to what you kept",
    goals_none="You have kept nothing just now.",
    way_to="{department}: {way}",
    mission="Your round of stamps",
    mission_count="{have} of {count} departments",
    mission_open="Not stamped yet",
    mission_done="All departments here have stamped already.",
    seen="Where you were today",
    seen_hint="Only you see this. It comes from your beacon, and goes once you allow that no more.",
    basket_one="One article in your basket",
    basket_several="{count} articles in your basket",
    unpaid="What you scanned on your visit still lies in your basket, and is not paid for. Nothing is charged by "
    "itself: pay for it in your basket, or take out what you left in the store.",
    end="End the visit",
    last="Your last visit: {moment}. {end}",
    ends=MappingProxyType(
        {
            "paid": "It ended with your payment.",
            "ended": "You ended it.",
            "left": "It ended when you had left.",
            "night": "It ended with the day.",
        }
    ),
)


def choose_visit_words(language: str) -> VisitWords:
    """The phrases in this language; English where there are none."""
    return _GERMAN if language == "de" else _ENGLISH
