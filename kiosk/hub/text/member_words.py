"""Every phrase of the page on which a member reads what the store knows of her, once per language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.hub.text.consent_text import ConsentText


@dataclass(frozen=True, slots=True)
class MemberWords:
    """The phrases of one language; `{...}` is filled in. `kept` are the headings of what else is known.

    What a consent says stands in `consent_text.py`; `other_purpose` is for one that has no words there.
    """

    title: str
    lead: str
    allowed: str
    nothing_allowed: str
    given: str
    given_at: str
    withdrawn: str
    withdraw: str
    confirm: str
    known: str
    kept: Mapping[str, str]
    hashed: str
    other_purpose: ConsentText
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
    known="Was sonst hier liegt",
    kept=MappingProxyType(
        {
            "address": "E-Mail-Adresse",
            "beacons": "Beacons",
            "cards": "Karten und Browser",
            "tastes": "Vorlieben",
            "visits": "Besuche",
            "deeds": "Einkäufe und Klicks",
            "bookmarks": "Gemerkte Angebote",
            "messages": "Nachrichten",
        }
    ),
    hashed="{count}, nur als Prüfsumme",
    other_purpose=ConsentText("„{purpose}“", "Dem haben Sie zugestimmt.", "Das endet sofort."),
    sources=MappingProxyType(
        {"counter": "an der Kasse", "telephone": "am Telefon", "web": "im Webshop", "phone": "auf Ihrem Handy"}
    ),
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
    known="What else is here",
    kept=MappingProxyType(
        {
            "address": "E-mail address",
            "beacons": "Beacons",
            "cards": "Cards and browsers",
            "tastes": "Tastes",
            "visits": "Visits",
            "deeds": "Purchases and clicks",
            "bookmarks": "Kept offers",
            "messages": "Messages",
        }
    ),
    hashed="{count}, as a hash alone",
    other_purpose=ConsentText("“{purpose}”", "You agreed to this.", "It ends at once."),
    sources=MappingProxyType(
        {"counter": "at the counter", "telephone": "by telephone", "web": "in the web shop", "phone": "on your phone"}
    ),
)

MEMBER_WORDS = {"de": GERMAN, "en": ENGLISH}
"""By the language of the page's other phrases."""
