"""What themes say that were made before a phrase was asked for: the later ones, as the shipped theme says them."""

from typing import Final

LATER_WORDS: Final = {
    "de": {
        "touch_here": "Zum Blättern berühren",
        "previous": "Vorheriges",
        "next": "Nächstes",
        "other_language": "English",
        "larger": "Größere Schrift",
        "lower": "Tasten tiefer",
        "read": "Vorlesen",
        "advisor": "Beratung rufen",
        "leave": "Beenden",
        "still_there": "Noch da?",
        "still_there_line": "Sonst geht es gleich von vorn los.",
        "stay": "Weiter ansehen",
        "stay_saved": "Länger zeigen",
        "keep_by_card": "Zum Merken die Karte anlegen.",
        "keep_by_code": "Zum Merken den Code mit dem Handy scannen.",
        "hint_advisor_called": "Wir sagen Bescheid. Bitte einen Moment Geduld",
        "hint_advisor_knows": "Es ist schon Bescheid gesagt. Bitte einen Moment Geduld",
    },
    "en": {
        "touch_here": "Touch to browse",
        "previous": "Previous",
        "next": "Next",
        "other_language": "Deutsch",
        "larger": "Larger text",
        "lower": "Lower controls",
        "read": "Read aloud",
        "advisor": "Call an advisor",
        "leave": "Close",
        "still_there": "Still there?",
        "still_there_line": "Otherwise it begins anew in a moment.",
        "stay": "Keep browsing",
        "stay_saved": "Show longer",
        "keep_by_card": "To keep it, tap your card.",
        "keep_by_code": "To keep it, scan the code with your phone.",
        "hint_advisor_called": "We are letting someone know. Please wait a moment",
        "hint_advisor_knows": "Someone has been told already. Please wait a moment",
    },
}
