"""What a member's phone says when she shows something at the counter, and what the store writes of it: by language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class CounterWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in.

    `shares` are the parts that she may show, `states` those of an order by way and state, `steps` what her record says,
    `records` what the staff look at without her, `roles` what they are,
    and `messages` what the store writes into her conversation.
    """

    link: str
    title: str
    lead: str
    may_share: str
    shares: Mapping[str, str]
    show: str
    show_again: str
    code: str
    code_hint: str
    code_until: str
    asks: str
    asks_hint: str
    allow: str
    refuse: str
    sees: str
    sees_nothing: str
    sees_until: str
    sees_hint: str
    end: str
    looks: str
    looks_none: str
    looks_link: str
    looks_lead: str
    records: Mapping[str, str]
    roles: Mapping[str, str]
    steps: Mapping[str, str]
    ran_out: str
    while_: str
    orders: str
    states: Mapping[str, str]
    address: str
    address_ask: str
    address_hint: str
    address_send: str
    sizes: str
    sizes_hint: str
    sizes_example: str
    sizes_save: str
    messages: Mapping[str, str]


GERMAN = CounterWords(
    link="Am Tresen zeigen",
    title="Am Tresen zeigen",
    lead="Jemand vom Laden berät Sie mit dem, was Sie sich gemerkt haben. Sie bestimmen, was zu sehen ist "
    "und wie lange.",
    may_share="Das können Sie zeigen",
    shares=MappingProxyType(
        {
            "kept": "Gemerkte Angebote",
            "wishes": "Wunschliste und Größen",
            "conversation": "Ihr Gespräch mit dem Laden",
        }
    ),
    show="Code zeigen",
    show_again="Neuer Code",
    code="Ihr Code",
    code_hint="Lassen Sie ihn scannen, oder sagen Sie ihn an. Noch sieht niemand etwas: Erst fragen wir Sie hier.",
    code_until="Er gilt bis {time}, und nur einmal.",
    asks="{clerk} bittet um Einblick",
    asks_hint="Wählen Sie, was {clerk} {minutes} Minuten lang sehen darf. Sie können jederzeit aufhören.",
    allow="Für {minutes} Minuten zeigen",
    refuse="Nichts zeigen",
    sees="{clerk} sieht gerade",
    sees_nothing="Nichts von Ihnen",
    sees_until="Bis {time}, dann endet es von selbst.",
    sees_hint="Jeder Blick steht hier und bleibt für Sie nachzulesen.",
    end="Jetzt beenden",
    looks="Wer was gesehen hat",
    looks_none="Noch hat niemand etwas von Ihnen gesehen.",
    looks_link="Wer was gesehen hat",
    looks_lead="Jeder Einblick, den Sie am Tresen gegeben haben, und jeder Blick ins Gespräch mit Ihnen "
    "oder in das, was der Laden sonst von Ihnen weiß.",
    records=MappingProxyType(
        {
            "profile": "Angesehen: was der Laden über Sie weiß",
            "conversation": "Angesehen: Ihr Gespräch mit dem Laden",
            "offer": "Geprüft: warum ein Angebot Ihnen nicht gezeigt wird",
        }
    ),
    roles=MappingProxyType({"manager": "Leitung, ohne Sie", "staff": "Team, ohne Sie"}),
    steps=MappingProxyType(
        {
            "asked": "Hat gefragt",
            "confirmed": "Sie haben zugestimmt: {about}",
            "ended": "Beendet",
            "looked": "Angesehen: {about}",
            "answered": "Hat Ihnen geschrieben",
            "reserved": "Zurückgelegt: {about}",
            "ordered": "Bestellt: {about}",
            "given": "Coupon gegeben: {about}",
        }
    ),
    ran_out="Von selbst beendet",
    while_="{begin} bis {end}",
    orders="Für Sie zurückgelegt und bestellt",
    states=MappingProxyType(
        {
            "reserved": "Zurückgelegt bis {until}",
            "ordered": "Bestellt",
            "ready": "Liegt bereit",
            "collected": "Abgeholt",
            "sent": "Abgeschickt",
            "lapsed": "Nicht mehr zurückgelegt",
        }
    ),
    address="Wohin dürfen wir es schicken?",
    address_ask="Name und Anschrift",
    address_hint="Nur für diese Sendung: Ist sie unterwegs, löscht der Laden die Anschrift.",
    address_send="Anschrift senden",
    sizes="Ihre Größen",
    sizes_hint="Nur für Sie, bis Sie sie am Tresen zeigen. Ein leeres Feld löscht sie.",
    sizes_example="Schuhe 38, Oberteile M",
    sizes_save="Merken",
    messages=MappingProxyType(
        {
            "reserve": "Für Sie zurückgelegt bis {until}: {what}. Sagen Sie beim Abholen die Nummer {number}.",
            "store": "Für Sie in den Laden bestellt: {what}. Ihre Nummer ist {number}. "
            "Wir schreiben Ihnen, sobald es da ist.",
            "home": "Für Sie nach Hause bestellt: {what}. Ihre Nummer ist {number}. "
            "Bitte geben Sie auf Ihrem Handy unter „Am Tresen zeigen“ an, wohin.",
            "sent": "Unterwegs zu Ihnen: {what}.",
            "given": "Für Sie hinterlegt: „{what}“. Den Code für die Kasse finden Sie hier.",
        }
    ),
)

ENGLISH = CounterWords(
    link="Show at the counter",
    title="Show at the counter",
    lead="Somebody of the store advises you with what you kept. You say what is to be seen, and for how long.",
    may_share="What you can show",
    shares=MappingProxyType(
        {
            "kept": "Kept offers",
            "wishes": "Wish list and sizes",
            "conversation": "Your conversation with the store",
        }
    ),
    show="Show a code",
    show_again="A new code",
    code="Your code",
    code_hint="Let it be scanned, or say it. Nobody sees anything yet: we ask you here first.",
    code_until="It is good until {time}, and once.",
    asks="{clerk} asks to see something",
    asks_hint="Choose what {clerk} may see for {minutes} minutes. You can stop at any time.",
    allow="Show it for {minutes} minutes",
    refuse="Show nothing",
    sees="{clerk} sees now",
    sees_nothing="Nothing of yours",
    sees_until="Until {time}, then it ends by itself.",
    sees_hint="Every look stands here, and stays for you to read.",
    end="End it now",
    looks="Who saw what",
    looks_none="Nobody has seen anything of yours yet.",
    looks_link="Who saw what",
    looks_lead="Every time you showed something at the counter, and every look at your conversation "
    "or at what else the store knows of you.",
    records=MappingProxyType(
        {
            "profile": "Looked at: what the store knows of you",
            "conversation": "Looked at: your conversation with the store",
            "offer": "Checked: why an offer is not shown to you",
        }
    ),
    roles=MappingProxyType({"manager": "Manager, without you", "staff": "Staff, without you"}),
    steps=MappingProxyType(
        {
            "asked": "Asked",
            "confirmed": "You agreed: {about}",
            "ended": "Ended",
            "looked": "Looked at: {about}",
            "answered": "Wrote to you",
            "reserved": "Put aside: {about}",
            "ordered": "Ordered: {about}",
            "given": "Gave a coupon: {about}",
        }
    ),
    ran_out="Ended by itself",
    while_="{begin} to {end}",
    orders="Put aside and ordered for you",
    states=MappingProxyType(
        {
            "reserved": "Put aside until {until}",
            "ordered": "Ordered",
            "ready": "Ready for you",
            "collected": "Collected",
            "sent": "Sent",
            "lapsed": "No longer put aside",
        }
    ),
    address="Where may we send it?",
    address_ask="Name and address",
    address_hint="For this parcel alone: once it is on its way, the store deletes the address.",
    address_send="Send the address",
    sizes="Your sizes",
    sizes_hint="For you alone, until you show them at the counter. An empty field deletes them.",
    sizes_example="shoes 38, tops M",
    sizes_save="Keep",
    messages=MappingProxyType(
        {
            "reserve": "Put aside for you until {until}: {what}. Say the number {number} when you come for it.",
            "store": "Ordered to the store for you: {what}. Your number is {number}. "
            "We write to you as soon as it is here.",
            "home": "Ordered to your home: {what}. Your number is {number}. "
            "Please say on your phone, at “Show at the counter”, where to.",
            "sent": "On its way to you: {what}.",
            "given": "Kept for you: “{what}”. You find the code for the till here.",
        }
    ),
)

_BY_LANGUAGE = {"de": GERMAN, "en": ENGLISH}


def choose_counter_words(language: str) -> CounterWords:
    """The phrases of this language; else English."""
    return _BY_LANGUAGE.get(language, ENGLISH)
