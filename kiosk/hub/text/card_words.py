"""Every phrase about a card whose number a member types or scans, once per language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class CardWords(Struct, frozen=True):
    """The phrases of one language."""

    link: str
    title: str
    text: str
    label: str
    send: str
    scan: str
    wrong_number: str
    show_title: str
    show_text: str
    code: str
    look: str
    attached: str
    another: str


GERMAN = CardWords(
    link="Nummer einer Karte eingeben",
    title="Welche Nummer hat Ihre Karte?",
    text="Sie steht unter dem Strichcode. Tippen Sie sie ab, oder scannen Sie sie, wenn Ihr Browser das kann.",
    label="Nummer der Karte",
    send="Weiter",
    scan="Mit der Kamera scannen",
    wrong_number="Diese Nummer trägt keine unserer Karten. Ist eine Ziffer verrutscht?",
    show_title="Zeigen Sie Karte und Code an der Kasse",
    show_text="Dort wird die Karte gescannt und der Code eingegeben. Danach ist sie Ihre. Sie haben 15 Minuten.",
    code="Ihr Code",
    look="Nachsehen",
    attached="Ihre Karte ist hinterlegt.",
    another="Eine andere Karte",
)

ENGLISH = CardWords(
    link="Enter the number of a card",
    title="What is the number of your card?",
    text="It stands below the bar code. Type it, or scan it if your browser can.",
    label="Number of the card",
    send="Go on",
    scan="Scan with the camera",
    wrong_number="None of our cards bears this number. Did a digit slip?",
    show_title="Show the card and this code at the till",
    show_text="There the card is scanned and the code is typed. After that it is yours. You have 15 minutes.",
    code="Your code",
    look="Look again",
    attached="Your card is on file.",
    another="Another card",
)

CARD_WORDS: Mapping[str, CardWords] = MappingProxyType({"de": GERMAN, "en": ENGLISH})
"""By language."""
