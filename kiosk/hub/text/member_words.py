"""Every phrase of the page on which a member reads what the store knows of her, once per language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY


@dataclass(frozen=True, slots=True)
class Purpose:
    """A purpose as a member reads it: what she allows by it, and what becomes of it once she takes it back."""

    title: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class MemberWords:
    """The phrases of one language; `{...}` is filled in. `kept` are the headings of what else is known."""

    title: str
    lead: str
    allowed: str
    nothing_allowed: str
    given: str
    given_at: str
    withdrawn: str
    withdraw: str
    confirm: str
    back: str
    known: str
    kept: Mapping[str, str]
    hashed: str
    purposes: Mapping[str, Purpose]
    other_purpose: Purpose
    sources: Mapping[str, str]


GERMAN = MemberWords(
    title="Was {store} von Ihnen weiß",
    lead="Sie entscheiden. Jede Erlaubnis nehmen Sie hier zurück, wann Sie möchten.",
    allowed="Ihre Erlaubnisse",
    nothing_allowed="Sie haben nichts erlaubt. Hier liegt nur, was Sie sich selbst gemerkt haben.",
    given="Erlaubt am {day}",
    given_at="Erlaubt am {day}, {place}",
    withdrawn="Zurückgenommen am {day}",
    withdraw="Zurücknehmen",
    confirm="Ja, zurücknehmen",
    back="Zum Gemerkten",
    known="Was sonst hier liegt",
    kept=MappingProxyType(
        {
            "beacons": "Beacons",
            "cards": "Karten und Browser",
            "tastes": "Vorlieben",
            "visits": "Besuche",
            "bookmarks": "Gemerkte Angebote",
            "messages": "Nachrichten",
        }
    ),
    hashed="{count}, nur als Prüfsumme",
    purposes=MappingProxyType(
        {
            PROXIMITY: Purpose(
                "Im Laden erkannt werden",
                "Tragen Sie Ihren Beacon bei sich, begrüßt Sie der Bildschirm mit einem passenden Angebot.",
                "Der Laden vergisst Ihren Beacon, und die Bildschirme erkennen Sie nach wenigen Minuten nicht mehr.",
            ),
            PERSONAL_OFFERS: Purpose(
                "Angebote nach Ihrem Geschmack",
                "Der Laden merkt sich, was Sie mögen und wie oft Sie kommen, und wählt danach aus.",
                "Ihre Vorlieben und Besuche werden gelöscht. Sie sehen dann dieselben Angebote wie alle.",
            ),
        }
    ),
    other_purpose=Purpose("„{purpose}“", "Dem haben Sie zugestimmt.", "Das endet sofort."),
    sources=MappingProxyType({"counter": "an der Kasse", "telephone": "am Telefon", "web": "im Webshop"}),
)

ENGLISH = MemberWords(
    title="What {store} knows of you",
    lead="You decide. Take any permission back here, whenever you like.",
    allowed="What you allowed",
    nothing_allowed="You have allowed nothing. All that lies here is what you kept yourself.",
    given="Allowed on {day}",
    given_at="Allowed on {day}, {place}",
    withdrawn="Taken back on {day}",
    withdraw="Take back",
    confirm="Yes, take it back",
    back="To what you kept",
    known="What else is here",
    kept=MappingProxyType(
        {
            "beacons": "Beacons",
            "cards": "Cards and browsers",
            "tastes": "Tastes",
            "visits": "Visits",
            "bookmarks": "Kept offers",
            "messages": "Messages",
        }
    ),
    hashed="{count}, as a hash alone",
    purposes=MappingProxyType(
        {
            PROXIMITY: Purpose(
                "Being recognised in the store",
                "With your beacon on you, the screen greets you with an offer that suits you.",
                "The store forgets your beacon, and within minutes its screens no longer recognise you.",
            ),
            PERSONAL_OFFERS: Purpose(
                "Offers to your taste",
                "The store remembers what you like and how often you come, and chooses by that.",
                "Your tastes and visits are deleted. You then see the same offers as everybody.",
            ),
        }
    ),
    other_purpose=Purpose("“{purpose}”", "You agreed to this.", "It ends at once."),
    sources=MappingProxyType({"counter": "at the counter", "telephone": "by telephone", "web": "in the web shop"}),
)

MEMBER_WORDS = {"de": GERMAN, "en": ENGLISH}
"""By the language of the page's other phrases."""
