"""What tells a member that the store wrote to her, and asks whether her phone may: once per language."""

from msgspec import Struct


class MessageWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in."""

    read: str
    rings: str
    subject: str
    mail: str
    ring: str
    ring_hint: str
    rung: str
    ring_no_more: str
    file_sent: str
    taken_back: str
    mail_to_answer: str
    no_files: str
    prove: str
    receipt: str
    leaving: str
    visit: str
    all: str
    nothing: str
    earlier: str
    latest: str
    privacy: str
    ring_home: str
    ring_refused: str


GERMAN = MessageWords(
    read="gelesen",
    rings="Eine neue Nachricht für Sie",
    subject="Zu „{offer}“",
    mail="""{store} schreibt Ihnen:

{text}

Lesen und antworten Sie hier: {url}
Dort stellen Sie diese Mails auch ab.
""",
    ring="Bei Antwort melden",
    ring_hint="Ihr Handy meldet sich, wenn der Laden schreibt, etwas bereitliegt oder Ihr Angebot endet. "
    "Was er schreibt, steht nur auf dieser Seite.",
    rung="Dieses Handy meldet sich, wenn der Laden schreibt.",
    ring_no_more="Nicht mehr melden",
    file_sent="Wir haben Ihnen etwas geschickt, das sich hier nicht zeigen lässt. Fragen Sie uns gern danach.",
    taken_back="Diese Nachricht hat der Laden zurückgenommen.",
    mail_to_answer="""{store} schreibt Ihnen:

{text}

Antworten Sie einfach auf diese Mail, oder hier: {url}
Dort stellen Sie diese Mails auch ab.
""",
    no_files="Dateien kommen auf diesem Weg leider nicht bei uns an, nur Ihre Worte. Zeigen Sie sie uns gern im Laden.",
    prove="Wir haben eine Mail von Ihrer Adresse bekommen und möchten sicher sein, dass sie von Ihnen ist. "
    "Antworten Sie bitte auf diese Mail, ein Wort genügt. Haben Sie uns nicht geschrieben, tun Sie nichts.",
    receipt="Kassenbon öffnen",
    leaving="Beim Gehen bezahlen",
    visit="Ihr Besuch",
    all="Ihre Nachrichten",
    nothing="Noch hat niemand etwas geschrieben. Fragen Sie {store}, was Sie möchten.",
    earlier="Frühere Nachrichten",
    latest="Zu den neuesten Nachrichten",
    privacy="Diese Seite sieht nur, wer in Ihrem Konto angemeldet ist.",
    ring_home="Ihr iPhone oder iPad meldet sich nur für Seiten auf dem Home-Bildschirm: Tippen Sie auf „Teilen“ und "
    "„Zum Home-Bildschirm“, und öffnen Sie diese Seite von dort.",
    ring_refused="Ihr Browser lässt das nicht zu. Erlauben Sie in seinen Einstellungen Mitteilungen für diese Seite, "
    "und laden Sie sie neu.",
)

ENGLISH = MessageWords(
    read="read",
    rings="A new message for you",
    subject="On “{offer}”",
    mail="""{store} writes to you:

{text}

Read it and answer here: {url}
There you can turn these mails off, too.
""",
    ring="Tell me when there is an answer",
    ring_hint="Your phone tells you when the store writes, when something is ready, or when your offer ends. "
    "What it writes stands on this page alone.",
    rung="This phone tells you when the store writes.",
    ring_no_more="Stop telling me",
    file_sent="We sent you something that cannot be shown here. Please ask us about it.",
    taken_back="The store took this message back.",
    mail_to_answer="""{store} writes to you:

{text}

Simply answer this mail, or answer here: {url}
There you can turn these mails off, too.
""",
    no_files="Files do not reach us this way, I am afraid, but your words do. Do show them to us in the shop.",
    prove="We got a mail from your address, and want to be sure that it is of you. "
    "Please answer this mail, a word will do. If you did not write to us, do nothing.",
    receipt="open the receipt",
    leaving="paying as you leave",
    visit="your visit",
    all="Your messages",
    nothing="Nobody has written anything yet. Ask {store} whatever you like.",
    earlier="Earlier messages",
    latest="To the latest messages",
    privacy="Only who is signed in to your account sees this page.",
    ring_home="Your iPhone or iPad tells you only of pages on its Home Screen: tap “Share” and “Add to Home Screen”, "
    "and open this page from there.",
    ring_refused="Your browser does not let it. Allow notifications for this page in its settings, and load it again.",
)

_BY_LANGUAGE = {"de": GERMAN, "en": ENGLISH}


def choose_message_words(language: str) -> MessageWords:
    """The phrases of this language; else English."""
    return _BY_LANGUAGE.get(language, ENGLISH)
