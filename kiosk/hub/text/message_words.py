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
    receipt: str
    leaving: str
    visit: str


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
    receipt="Kassenbon öffnen",
    leaving="Beim Gehen bezahlen",
    visit="Ihr Besuch",
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
    receipt="open the receipt",
    leaving="paying as you leave",
    visit="your visit",
)

_BY_LANGUAGE = {"de": GERMAN, "en": ENGLISH}


def choose_message_words(language: str) -> MessageWords:
    """The phrases of this language; else English."""
    return _BY_LANGUAGE.get(language, ENGLISH)
