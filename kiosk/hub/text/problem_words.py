"""Every page that says why something cannot be shown, once per language, by the problem's code."""

from types import MappingProxyType

from msgspec import Struct

SIGN_IN = "/sign-in"
"""Where a member signs in, as far as the hub has a way in."""


class ProblemWords(Struct, frozen=True):
    """Why something cannot be shown, and what helps; `links` are addresses that lead on, each with its name."""

    title: str
    text: str
    links: tuple[tuple[str, str], ...] = ()


GERMAN_PROBLEMS = MappingProxyType(
    {
        "not_found": ProblemWords(
            "Hier liegt nichts mehr",
            "Der Link ist abgelaufen oder unvollständig. Scannen Sie den Code noch einmal.",
        ),
        "no_page": ProblemWords(
            "Diese Seite gibt es nicht",
            "Vielleicht fehlt etwas an der Adresse. Zu einem gemerkten Angebot kommen Sie mit dem Code vom Bildschirm; "
            "was Sie gesammelt und gekauft haben, steht in Ihrem Konto.",
            (("/account", "Zu Ihrem Konto"), ("/console", "Sie arbeiten hier? Zur Konsole")),
        ),
        "opened_elsewhere": ProblemWords(
            "Auf einem anderen Handy geöffnet",
            "Dieser Link gehört schon einem Gerät. So kann niemand mitlesen. "
            "Halten Sie im Laden Ihre Karte noch einmal an, dann bekommen Sie einen neuen.",
        ),
        "claim_lapsed": ProblemWords(
            "Dieser Code ist abgelaufen",
            "Ein Code vom Bildschirm wartet nur kurz auf ein Handy. Gemerkt bleibt Ihr Angebot trotzdem: "
            "Fragen Sie an der Kasse, oder halten Sie beim nächsten Besuch Ihre Karte noch einmal an.",
        ),
        "counter_needed": ProblemWords(
            "Das erfahren Sie an der Kasse",
            "Den Code dieser Seite konnte am Bildschirm jeder sehen. Darum verrät sie sonst nichts über Sie. "
            "Zeigen Sie an der Kasse Ihre Karte: Dort lesen Sie alles und nehmen zurück, was Sie erlaubt haben. "
            "Zeigen Sie auch dieses Handy, geht beides danach hier.",
        ),
        "beacon_taken": ProblemWords(
            "Dieser Beacon gehört schon jemandem",
            "Er ist in einem anderen Konto hinterlegt. Ist er Ihrer, löschen Sie dort die Kennung, oder fragen Sie "
            "im Laden nach einem anderen.",
            (("/account", "Zu Ihrem Konto"),),
        ),
        "link_lapsed": ProblemWords(
            "Dieser Link ist verbraucht",
            "Er gilt kurz und nur einmal. Lassen Sie sich einen neuen schicken.",
        ),
        "account_closed": ProblemWords(
            "Sie sind nicht angemeldet",
            "Öffnen Sie eines Ihrer gemerkten Angebote und melden Sie sich dort an, oder zeigen Sie seinen Code an der"
            " Kasse: Dort wird dieses Handy als Ihres eingetragen. Öffnen Sie diese Seite danach noch einmal.",
            ((SIGN_IN, "Mit Ihrem Konto anmelden"),),
        ),
        "sign_in_needed": ProblemWords(
            "Hier meldet sich niemand an",
            "Dieser Laden kommt ohne Konten aus. Was Sie sich gemerkt haben, öffnet der Code vom Bildschirm. Ist "
            "dieses Handy an der Kasse als Ihres eingetragen, führt dieselbe Seite auch zu Ihrem Besuch, Ihrem "
            "Warenkorb und Ihren Abholungen.",
        ),
        "issuer_astray": ProblemWords(
            "Die Anmeldung ist abgebrochen",
            "Sie hat zu lange gedauert oder in einem anderen Fenster begonnen. Fangen Sie noch einmal an.",
        ),
        "issuer_away": ProblemWords(
            "Die Anmeldung klemmt gerade",
            "Der Dienst, der Sie kennt, antwortet nicht. Versuchen Sie es gleich noch einmal.",
        ),
        "form_refused": ProblemWords(
            "Das hat nicht geklappt",
            "Öffnen Sie die Seite noch einmal und erlauben Sie dabei Cookies: nur eines, nur für diese Seite.",
        ),
        "budget_spent": ProblemWords(
            "Schon vergriffen", "Andere waren schneller. Fragen Sie im Laden, was noch da ist."
        ),
        "too_large": ProblemWords(
            "Das war zu viel auf einmal", "Kürzen Sie Ihre Nachricht und senden Sie sie noch einmal."
        ),
        "other": ProblemWords("Einen Moment bitte", "Das ging gerade nicht. Versuchen Sie es gleich noch einmal."),
    }
)

ENGLISH_PROBLEMS = MappingProxyType(
    {
        "not_found": ProblemWords(
            "Nothing here any more", "The link has expired or is incomplete. Scan the code again."
        ),
        "no_page": ProblemWords(
            "There is no such page",
            "Something may be missing in the address. To an offer that you kept the code on the screen leads you; what "
            "you collected and bought stands in your account.",
            (("/account", "To your account"), ("/console", "You work here? To the console")),
        ),
        "opened_elsewhere": ProblemWords(
            "Already opened on another phone",
            "This link belongs to one device, so that nobody can read along. "
            "Tap your card in the store again and you get a new one.",
        ),
        "claim_lapsed": ProblemWords(
            "This code has lapsed",
            "A code from the screen waits only a while for a phone. Your offer stays kept all the same: "
            "ask at the counter, or tap your card again on your next visit.",
        ),
        "counter_needed": ProblemWords(
            "The counter can tell you",
            "Anybody at the screen could see the code of this page, so it says nothing more about you. "
            "Show your card at the counter: there you read everything, and take back what you allowed. "
            "Show this phone as well, and from then on you can do both here.",
        ),
        "beacon_taken": ProblemWords(
            "This beacon is somebody's already",
            "It is on file in another account. If it is yours, delete the id there, or ask in the store for another.",
            (("/account", "To your account"),),
        ),
        "link_lapsed": ProblemWords(
            "This link is used up", "It is good for a short while, and once. Have another one sent to you."
        ),
        "account_closed": ProblemWords(
            "You are not signed in",
            "Open one of the offers that you kept and sign in there, or show its code at the counter: there"
            " this phone is noted as yours. Then open this page once more.",
            ((SIGN_IN, "Sign in with your account"),),
        ),
        "sign_in_needed": ProblemWords(
            "Nobody signs in here",
            "This store does without accounts. What you kept opens by the code on the screen. If the counter has noted"
            " this phone as yours, the same page leads to your visit, your basket and your orders, too.",
        ),
        "issuer_astray": ProblemWords(
            "Signing in broke off", "It took too long, or it began in another window. Start once more."
        ),
        "issuer_away": ProblemWords(
            "Signing in is stuck just now",
            "The service that knows you does not answer. Try again in a little while.",
        ),
        "form_refused": ProblemWords(
            "That did not work", "Open the page again and allow cookies: just one, just for this page."
        ),
        "budget_spent": ProblemWords("All gone", "Others were quicker. Ask in the store what else there is."),
        "too_large": ProblemWords("That was too much at once", "Shorten your message and send it again."),
        "other": ProblemWords("One moment, please", "That did not go through. Try again in a little while."),
    }
)
