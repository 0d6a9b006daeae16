"""What a member reads of what she ordered on the web and picks up, once per language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class PickupWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in.

    `states` say how an order stands, `found` how a line was found, and `messages` what the store writes of it, by the
    names that `models/pickup/` gives them.
    """

    language: str
    link: str
    title: str
    lead: str
    none: str
    called: str
    proof: str
    proof_hint: str
    placed: str
    several: str
    states: Mapping[str, str]
    found: Mapping[str, str]
    substitute: str
    messages: Mapping[str, str]


_GERMAN = PickupWords(
    language="de",
    link="Ihre Abholungen",
    title="Ihre Abholungen",
    lead="Was Sie im Webshop bestellt haben und hier abholen.",
    none="Gerade wartet nichts auf Sie.",
    called="Wir rufen Sie mit {code}",
    proof="Zeigen Sie das bei der Übergabe",
    proof_hint="Oder halten Sie Ihre Karte an den Bildschirm am Abholtresen.",
    placed="Bestellt {moment}",
    several="{count} \N{MULTIPLICATION SIGN} {title}",
    states=MappingProxyType(
        {
            "placed": "Wird bald gepackt",
            "picking": "Wird gerade gepackt",
            "ready": "Liegt bereit",
            "handed_over": "Abgeholt",
            "cancelled": "Storniert",
        }
    ),
    found=MappingProxyType(
        {"open": "", "picked": "Liegt dabei", "substituted": "Ersetzt", "missing": "Nicht vorrätig"}
    ),
    substitute="Ersetzt durch {title}",
    messages=MappingProxyType(
        {
            "ready": "Ihre Bestellung liegt bereit. Halten Sie am Abholtresen Ihre Karte an den Bildschirm, "
            "wir rufen Sie mit {code}.",
            "cancelled": "Ihre Bestellung {code} haben wir leider nicht zusammenbekommen und storniert.",
        }
    ),
)
_ENGLISH = PickupWords(
    language="en",
    link="Your pick-ups",
    title="Your pick-ups",
    lead="What you ordered in the web shop and pick up here.",
    none="Nothing waits for you just now.",
    called="We call you by {code}",
    proof="Show this when it is handed over",
    proof_hint="Or hold your card to the screen at the pick-up desk.",
    placed="Ordered {moment}",
    several="{count} \N{MULTIPLICATION SIGN} {title}",
    states=MappingProxyType(
        {
            "placed": "Will be packed soon",
            "picking": "Is being packed",
            "ready": "Ready",
            "handed_over": "Picked up",
            "cancelled": "Cancelled",
        }
    ),
    found=MappingProxyType({"open": "", "picked": "Included", "substituted": "Replaced", "missing": "Not in stock"}),
    substitute="Replaced by {title}",
    messages=MappingProxyType(
        {
            "ready": "Your order is ready. Hold your card to the screen at the desk, and we call you by {code}.",
            "cancelled": "We are sorry: we could not get your order {code} together, and have cancelled it.",
        }
    ),
)


def choose_pickup_words(language: str) -> PickupWords:
    """The phrases in this language; English where there are none."""
    return _GERMAN if language == "de" else _ENGLISH
