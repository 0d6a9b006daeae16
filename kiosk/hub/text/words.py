"""Every phrase that a shopper reads on the phone, once per language."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.hub.text.problem_words import ENGLISH_PROBLEMS, GERMAN_PROBLEMS, ProblemWords


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one language; `{...}` is filled in."""

    language: str
    other_language: str
    other_language_name: str
    back: str
    kept: str
    keep: str
    keep_hint: str
    conversation: str
    store_author: str
    own_author: str
    answer_label: str
    answer_hint: str
    send: str
    text_missing: str
    text_too_long: str
    lowest_30d: str
    was: str
    now: str
    percent: str
    tax: str
    today: str
    months: tuple[str, ...]
    date: str
    day: str
    imprint: str
    privacy_notice: str
    privacy: str
    privacy_ahead: str
    greeting: str
    greeting_again: str
    redeemed: str
    show_code: str
    show_code_hint: str
    redeem_code: str
    redeem_hint: str
    known: str
    camera_stop: str
    camera_closed: str
    problems: Mapping[str, ProblemWords]


GERMAN = Words(
    language="de",
    other_language="en",
    other_language_name="English",
    back="Zurück",
    kept="Für Sie gemerkt",
    keep="Merken",
    keep_hint="Ohne Anmeldung. Sie können dem Laden danach gleich schreiben.",
    conversation="Ihr Gespräch mit {store}",
    store_author="{store}",
    own_author="Sie",
    answer_label="Ihre Nachricht",
    answer_hint="Frage zu Farbe, Größe oder Abholung?",
    send="Senden",
    text_missing="Schreiben Sie erst ein paar Worte.",
    text_too_long="Das ist etwas zu lang. Bis zu 2000 Zeichen finden Platz.",
    lowest_30d="Niedrigster Preis der letzten 30 Tage: {price}",
    was="Vorher {price}",
    now="Jetzt {price}",
    percent="\N{MINUS SIGN}{percent}\N{NO-BREAK SPACE}%",
    tax="inkl. MwSt.",
    today="heute, {time}",
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    date="{day}. {month}, {time}",
    day="{day}. {month} {year}",
    imprint="Impressum",
    privacy_notice="Datenschutz",
    privacy="Diese Seite gehört zu Ihrem Handy. Niemand sonst kann sie öffnen.",
    privacy_ahead="Sobald Sie schreiben oder Ihren Code zeigen, gehört diese Seite zu Ihrem Handy, und niemand sonst "
    "kann mitlesen. Bis dahin wartet sie, längstens bis {moment}.",
    greeting="Schön, dass Sie da sind. „{offer}“ ist für Sie gemerkt. "
    "Möchten Sie etwas dazu wissen oder es abholen? Schreiben Sie uns einfach hier.",
    greeting_again="Auch „{offer}“ ist nun für Sie gemerkt. Wenn Sie mögen, legen wir alles zusammen für Sie zurück.",
    redeemed="„{offer}“ gehört nun Ihnen. Viel Freude damit.",
    show_code="Code für die Kasse zeigen",
    show_code_hint="Erst an der Kasse: Wer ihn sieht, kann ihn einlösen.",
    redeem_code="Ihr Code für die Kasse",
    redeem_hint="Nennen Sie ihn, wenn Sie bezahlen.",
    known="Was {store} von Ihnen weiß",
    camera_stop="Kamera schließen",
    camera_closed="Die Kamera lässt sich nicht öffnen. Tippen Sie den Code bitte ein.",
    problems=GERMAN_PROBLEMS,
)

ENGLISH = Words(
    language="en",
    other_language="de",
    other_language_name="Deutsch",
    back="Back",
    kept="Kept for you",
    keep="Keep it",
    keep_hint="No sign-up. You can write to the store right after.",
    conversation="Your conversation with {store}",
    store_author="{store}",
    own_author="You",
    answer_label="Your message",
    answer_hint="A question on colour, size or pick-up?",
    send="Send",
    text_missing="Write a few words first.",
    text_too_long="That is a little long. There is room for 2000 characters.",
    lowest_30d="Lowest price of the last 30 days: {price}",
    was="Before {price}",
    now="Now {price}",
    percent="\N{MINUS SIGN}{percent}%",
    tax="incl. VAT",
    today="today, {time}",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    date="{day} {month}, {time}",
    day="{day} {month} {year}",
    imprint="Legal notice",
    privacy_notice="Privacy",
    privacy="This page belongs to your phone. Nobody else can open it.",
    privacy_ahead="Once you write or show your code, this page belongs to your phone, and nobody else can read along. "
    "Until then it waits, at most until {moment}.",
    greeting="Lovely to have you here. We have kept “{offer}” for you. "
    "Would you like to know more, or pick it up? Just write to us here.",
    greeting_again="“{offer}” is now kept for you as well. If you like, we put everything aside for you.",
    redeemed="“{offer}” is yours now. Enjoy it.",
    show_code="Show the code at the till",
    show_code_hint="Only at the till: whoever sees it can redeem it.",
    redeem_code="Your code for the till",
    redeem_hint="Say it when you pay.",
    known="What {store} knows of you",
    camera_stop="Close the camera",
    camera_closed="The camera cannot be opened. Please type the code.",
    problems=ENGLISH_PROBLEMS,
)

_BY_LANGUAGE = {"de": GERMAN, "en": ENGLISH}


def choose_words(*wishes: str | None) -> Words:
    """The phrases of the first wished language that there is; else English, which most visitors read."""
    return next((_BY_LANGUAGE[wish] for wish in wishes if wish in _BY_LANGUAGE), ENGLISH)
