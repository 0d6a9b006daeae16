"""Every phrase that a shopper reads on the phone, once per language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Notice:
    """A page that says why something cannot be shown, and what helps."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one language; `{...}` is filled in."""

    language: str
    other_language: str
    other_language_name: str
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
    notices: Mapping[str, Notice]


GERMAN = Words(
    language="de",
    other_language="en",
    other_language_name="English",
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
    notices=MappingProxyType(
        {
            "not_found": Notice(
                "Hier liegt nichts mehr",
                "Der Link ist abgelaufen oder unvollständig. Scannen Sie den Code noch einmal.",
            ),
            "opened_elsewhere": Notice(
                "Auf einem anderen Handy geöffnet",
                "Dieser Link gehört schon einem Gerät. So kann niemand mitlesen. "
                "Halten Sie im Laden Ihre Karte noch einmal an, dann bekommen Sie einen neuen.",
            ),
            "claim_lapsed": Notice(
                "Dieser Code ist abgelaufen",
                "Ein Code vom Bildschirm wartet nur kurz auf ein Handy. Gemerkt bleibt Ihr Angebot trotzdem: "
                "Fragen Sie an der Kasse, oder halten Sie beim nächsten Besuch Ihre Karte noch einmal an.",
            ),
            "counter_needed": Notice(
                "Das erfahren Sie an der Kasse",
                "Den Code dieser Seite konnte am Bildschirm jeder sehen. Darum verrät sie sonst nichts über Sie. "
                "Zeigen Sie an der Kasse Ihre Karte: Dort lesen Sie alles und nehmen zurück, was Sie erlaubt haben. "
                "Zeigen Sie auch dieses Handy, geht beides danach hier.",
            ),
            "link_lapsed": Notice(
                "Dieser Link ist verbraucht",
                "Er gilt kurz und nur einmal. Lassen Sie sich einen neuen schicken.",
            ),
            "account_closed": Notice(
                "Sie sind nicht angemeldet",
                "Öffnen Sie eines Ihrer gemerkten Angebote, oder scannen Sie im Laden einen Code. Dort geht es weiter.",
            ),
            "issuer_astray": Notice(
                "Die Anmeldung ist abgebrochen",
                "Sie hat zu lange gedauert oder in einem anderen Fenster begonnen. Fangen Sie noch einmal an.",
            ),
            "issuer_away": Notice(
                "Die Anmeldung klemmt gerade",
                "Der Dienst, der Sie kennt, antwortet nicht. Versuchen Sie es gleich noch einmal.",
            ),
            "form_refused": Notice(
                "Das hat nicht geklappt",
                "Öffnen Sie die Seite noch einmal und erlauben Sie dabei Cookies: nur eines, nur für diese Seite.",
            ),
            "budget_spent": Notice("Schon vergriffen", "Andere waren schneller. Fragen Sie im Laden, was noch da ist."),
            "too_large": Notice(
                "Das war zu viel auf einmal", "Kürzen Sie Ihre Nachricht und senden Sie sie noch einmal."
            ),
            "other": Notice("Einen Moment bitte", "Das ging gerade nicht. Versuchen Sie es gleich noch einmal."),
        }
    ),
)

ENGLISH = Words(
    language="en",
    other_language="de",
    other_language_name="Deutsch",
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
    notices=MappingProxyType(
        {
            "not_found": Notice("Nothing here any more", "The link has expired or is incomplete. Scan the code again."),
            "opened_elsewhere": Notice(
                "Already opened on another phone",
                "This link belongs to one device, so that nobody can read along. "
                "Tap your card in the store again and you get a new one.",
            ),
            "claim_lapsed": Notice(
                "This code has lapsed",
                "A code from the screen waits only a while for a phone. Your offer stays kept all the same: "
                "ask at the counter, or tap your card again on your next visit.",
            ),
            "counter_needed": Notice(
                "The counter can tell you",
                "Anybody at the screen could see the code of this page, so it says nothing more about you. "
                "Show your card at the counter: there you read everything, and take back what you allowed. "
                "Show this phone as well, and from then on you can do both here.",
            ),
            "link_lapsed": Notice(
                "This link is used up", "It is good for a short while, and once. Have another one sent to you."
            ),
            "account_closed": Notice(
                "You are not signed in",
                "Open one of the offers that you kept, or scan a code in the store. It goes on from there.",
            ),
            "issuer_astray": Notice(
                "Signing in broke off", "It took too long, or it began in another window. Start once more."
            ),
            "issuer_away": Notice(
                "Signing in is stuck just now",
                "The service that knows you does not answer. Try again in a little while.",
            ),
            "form_refused": Notice(
                "That did not work", "Open the page again and allow cookies: just one, just for this page."
            ),
            "budget_spent": Notice("All gone", "Others were quicker. Ask in the store what else there is."),
            "too_large": Notice("That was too much at once", "Shorten your message and send it again."),
            "other": Notice("One moment, please", "That did not go through. Try again in a little while."),
        }
    ),
)

_BY_LANGUAGE = {"de": GERMAN, "en": ENGLISH}


def choose_words(*wishes: str | None) -> Words:
    """The phrases of the first wished language that there is; else English, which most visitors read."""
    return next((_BY_LANGUAGE[wish] for wish in wishes if wish in _BY_LANGUAGE), ENGLISH)
