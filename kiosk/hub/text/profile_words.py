"""Every phrase in which a profile is told, to the staff and to the member herself, once per language."""

from collections.abc import Mapping

from msgspec import Struct


class ProfileWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in.

    `entries` are what may happen, `traits` what is reckoned, `handles` by what somebody is known.
    """

    language: str
    title: str
    lead: str
    link: str
    history: str
    earlier: str
    segments: str
    no_segments: str
    inside: str
    outside: str
    met: str
    unmet: str
    finding: str
    negated: str
    nothing: str
    yes: str
    no: str
    bounds: str
    least: str
    most: str
    any: str
    group: str
    interest: str
    segment: str
    speaks: str
    shelves: str
    traits_title: str
    minutes: str
    known_by: str
    verified: str
    unverified: str
    entries: Mapping[str, str]
    traits: Mapping[str, str]
    handles: Mapping[str, str]
    purposes: Mapping[str, str]


GERMAN = ProfileWords(
    language="de",
    title="Ihr Verlauf bei {store}",
    lead="Danach wählt der Laden Angebote für Sie aus. Nehmen Sie Ihre Erlaubnis zurück, wird all das gelöscht.",
    link="Ihr Verlauf, und wozu Sie gehören",
    history="Verlauf",
    earlier="Früheres",
    segments="Segmente",
    no_segments="Es gibt noch keine Segmente mit Regeln.",
    inside="gehört dazu",
    outside="gehört nicht dazu",
    met="erfüllt",
    unmet="nicht erfüllt",
    finding="{name}: {amount}, nötig {bound}",
    negated="Nicht: {finding}",
    nothing="nichts",
    yes="ja",
    no="nein",
    bounds="{least} bis {most}",
    least="{least}",
    most="höchstens {most}",
    any="Eines davon",
    group="Alles davon",
    interest="Interesse an „{name}“",
    segment="Im Segment „{name}“: {answer}",
    speaks="Sprache {name}: {answer}",
    shelves="Wofür sie sich interessiert",
    traits_title="Was sich daraus ergibt",
    minutes="{minutes} Min.",
    known_by="Bekannt durch",
    verified="bestätigt",
    unverified="nur so angegeben",
    entries={
        "viewed": "Im Webshop angesehen",
        "added": "In den Warenkorb gelegt",
        "wished": "Auf die Wunschliste gesetzt",
        "ordered": "Im Webshop bestellt",
        "cancelled": "Bestellung storniert",
        "bought": "Im Laden gekauft",
        "returned": "Zurückgegeben",
        "visited": "Im Laden",
        "other": "Im Webshop",
        "kept": "Angebot gemerkt",
        "redeemed": "Angebot eingelöst",
        "allowed": "Erlaubt",
        "taken_back": "Erlaubnis zurückgenommen",
        "entered": "Neu im Segment",
        "left": "Nicht mehr im Segment",
        "merged": "Als dieselbe Person erkannt",
        "parted": "Wieder getrennt",
        "joined": "Zum ersten Mal bekannt",
    },
    traits={
        "orders_30_days": "Einkäufe in 30 Tagen",
        "orders_90_days": "Einkäufe in 90 Tagen",
        "orders_365_days": "Einkäufe in 365 Tagen",
        "days_since_order": "Tage seit dem letzten Einkauf",
        "value_90_days": "Umsatz in 90 Tagen",
        "value_365_days": "Umsatz in 365 Tagen",
        "order_value": "Umsatz je Einkauf",
        "sessions_30_days": "Besuche im Webshop in 30 Tagen",
        "sessions_90_days": "Besuche im Webshop in 90 Tagen",
        "conversion_90_days": "Davon mit Bestellung",
        "views_30_days": "Angesehene Artikel in 30 Tagen",
        "wishes_90_days": "Wünsche in 90 Tagen",
        "visits_30_days": "Tage im Laden in 30 Tagen",
        "visits_90_days": "Tage im Laden in 90 Tagen",
        "days_since_visit": "Tage seit dem letzten Besuch im Laden",
        "minutes_90_days": "Minuten vor Bildschirmen in 90 Tagen",
        "days_since_seen": "Tage, seit sie zuletzt da war",
        "web_share": "Anteil im Webshop",
        "till_share": "Anteil an der Kasse",
        "store_share": "Anteil vor Bildschirmen",
        "visits": "Besuche im Laden",
    },
    handles={
        "user": "Konto im Webshop",
        "email": "E-Mail-Adresse",
        "phone": "Telefonnummer",
        "anonymous": "Browser im Webshop",
        "account": "Konto hier",
        "uid": "Karte",
        "ndef": "Karte",
        "code": "Kartennummer",
        "sun": "Karte",
        "browser": "Handy",
    },
    purposes={"proximity": "im Laden erkannt zu werden", "personal_offers": "Angebote nach Geschmack"},
)

ENGLISH = ProfileWords(
    language="en",
    title="Your history at {store}",
    lead="By this the store chooses offers for you. Once you take your permission back, all of it is deleted.",
    link="Your history, and what you belong to",
    history="History",
    earlier="Earlier",
    segments="Segments",
    no_segments="There are no segments with rules yet.",
    inside="is in it",
    outside="is not in it",
    met="met",
    unmet="not met",
    finding="{name}: {amount}, needed {bound}",
    negated="Not: {finding}",
    nothing="none",
    yes="yes",
    no="no",
    bounds="{least} to {most}",
    least="{least}",
    most="{most} at most",
    any="One of these",
    group="All of these",
    interest="Interest in “{name}”",
    segment="In the segment “{name}”: {answer}",
    speaks="Language {name}: {answer}",
    shelves="What she is interested in",
    traits_title="What follows from it",
    minutes="{minutes} min",
    known_by="Known by",
    verified="confirmed",
    unverified="only said so",
    entries={
        "viewed": "Looked at in the web shop",
        "added": "Put into the basket",
        "wished": "Put on the wish list",
        "ordered": "Ordered in the web shop",
        "cancelled": "Order cancelled",
        "bought": "Bought in the store",
        "returned": "Brought back",
        "visited": "In the store",
        "other": "In the web shop",
        "kept": "Offer kept",
        "redeemed": "Offer redeemed",
        "allowed": "Allowed",
        "taken_back": "Permission taken back",
        "entered": "New in the segment",
        "left": "No longer in the segment",
        "merged": "Recognised as the same person",
        "parted": "Taken apart again",
        "joined": "Known for the first time",
    },
    traits={
        "orders_30_days": "Purchases in 30 days",
        "orders_90_days": "Purchases in 90 days",
        "orders_365_days": "Purchases in 365 days",
        "days_since_order": "Days since the last purchase",
        "value_90_days": "Spent in 90 days",
        "value_365_days": "Spent in 365 days",
        "order_value": "Spent at each purchase",
        "sessions_30_days": "Sessions in the web shop in 30 days",
        "sessions_90_days": "Sessions in the web shop in 90 days",
        "conversion_90_days": "Of these with an order",
        "views_30_days": "Goods looked at in 30 days",
        "wishes_90_days": "Wishes in 90 days",
        "visits_30_days": "Days in the store in 30 days",
        "visits_90_days": "Days in the store in 90 days",
        "days_since_visit": "Days since the last visit to the store",
        "minutes_90_days": "Minutes before screens in 90 days",
        "days_since_seen": "Days since she was last there",
        "web_share": "Share in the web shop",
        "till_share": "Share at the till",
        "store_share": "Share before screens",
        "visits": "Visits to the store",
    },
    handles={
        "user": "Account in the web shop",
        "email": "E-mail address",
        "phone": "Phone number",
        "anonymous": "Browser in the web shop",
        "account": "Account here",
        "uid": "Card",
        "ndef": "Card",
        "code": "Card number",
        "sun": "Card",
        "browser": "Phone",
    },
    purposes={"proximity": "being recognised in the store", "personal_offers": "offers to taste"},
)

PROFILE_WORDS = {"de": GERMAN, "en": ENGLISH}
"""By the language of the page's other phrases."""
