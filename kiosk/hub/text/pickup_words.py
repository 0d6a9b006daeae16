"""What a member reads of what she ordered, on the web or on her phone, once per language."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class PickupWords(Struct, frozen=True):
    """The phrases of one language; `{...}` is filled in.

    `states` say how an order stands, by the way and the state that `models/pickup/` gives it, `found` how a line was
    found, and `messages` what the store writes of an order once it stands so, or once something of it goes back.
    """

    language: str
    link: str
    title: str
    lead: str
    none: str
    called: str
    called_hint: str
    proof: str
    proof_hint: str
    placed: str
    several: str
    goes_to: str
    short: str
    states: Mapping[str, str]
    found: Mapping[str, str]
    substitute: str
    messages: Mapping[str, str]


_GERMAN = PickupWords(
    language="de",
    link="Ihre Abholungen und Lieferungen",
    title="Abholen und Liefern",
    lead="Was Sie bestellt haben und hier abholen oder sich bringen lassen.",
    none="Gerade wartet nichts auf Sie.",
    called="Wir rufen Sie mit {code}",
    called_hint="So heißt Ihre Bestellung am Abholtresen.",
    proof="Zeigen Sie diesen Code erst bei der Übergabe: Er belegt, dass die Bestellung Ihnen gehört.",
    proof_hint="Oder halten Sie Ihre Karte an den Bildschirm am Abholtresen.",
    placed="Bestellt {moment}",
    several="{count} \N{MULTIPLICATION SIGN} {title}",
    goes_to="Geht an",
    short="Was fehlt, ist schon bezahlt: Das Geld dafür bekommen Sie von selbst zurück.",
    states=MappingProxyType(
        {
            "pick_up_placed": "Wird bald gepackt",
            "pick_up_picking": "Wird gerade gepackt",
            "pick_up_ready": "Liegt bereit",
            "pick_up_handed_over": "Abgeholt",
            "pick_up_cancelled": "Storniert",
            "home_placed": "Lieferung: wird bald gepackt",
            "home_picking": "Lieferung: wird gerade gepackt",
            "home_ready": "Lieferung: ist gepackt",
            "home_handed_over": "Lieferung: ist unterwegs",
            "home_cancelled": "Lieferung: storniert",
        }
    ),
    found=MappingProxyType(
        {
            "open": "",
            "picked": "Liegt dabei",
            "substituted": "Ersetzt",
            "missing": "Nicht vorrätig",
            "returned": "Zurückgegeben",
        }
    ),
    substitute="Ersetzt durch {title}",
    messages=MappingProxyType(
        {
            "pick_up_ready": "Ihre Bestellung liegt bereit. Halten Sie am Abholtresen Ihre Karte an den Bildschirm, "
            "wir rufen Sie mit {code}.",
            "pick_up_cancelled": "Ihre Bestellung {code} haben wir leider nicht zusammenbekommen und storniert.",
            "pick_up_returned": "Alles aus Ihrer Bestellung {code} ist zurückgegeben; wir haben sie storniert.",
            "pick_up_expired": "Ihre Bestellung {code} wurde lange nicht abgeholt; wir haben sie storniert.",
            "home_handed_over": "Ihre Lieferung {code} ist unterwegs zu Ihnen.",
            "home_expired": "Ihre Lieferung {code} ging lange nicht auf den Weg; wir haben sie storniert.",
            "home_returned": "Alles aus Ihrer Lieferung {code} ist zurückgegeben; wir haben sie storniert.",
            "home_cancelled": "Ihre Lieferung {code} haben wir leider nicht zusammenbekommen und storniert.",
            "refunded_ready": "Von Ihrer Bestellung {code} war nicht alles da. Das Geld für den Rest bekommen Sie von "
            "selbst zurück.",
            "refunded_cancelled": "Das Geld für Ihre Bestellung {code} bekommen Sie von selbst zurück.",
        }
    ),
)
_ENGLISH = PickupWords(
    language="en",
    link="Your pick-ups and deliveries",
    title="Pick-up and delivery",
    lead="What you ordered, to pick it up here or to have it brought home.",
    none="Nothing waits for you just now.",
    called="We call you by {code}",
    called_hint="This is what your order is called at the pick-up desk.",
    proof="Show this code only when it is handed over: it proves that the order is yours.",
    proof_hint="Or hold your card to the screen at the pick-up desk.",
    placed="Ordered {moment}",
    several="{count} \N{MULTIPLICATION SIGN} {title}",
    goes_to="Goes to",
    short="What is missing is paid for already: you get the money for it back without doing anything.",
    states=MappingProxyType(
        {
            "pick_up_placed": "Will be packed soon",
            "pick_up_picking": "Is being packed",
            "pick_up_ready": "Ready",
            "pick_up_handed_over": "Picked up",
            "pick_up_cancelled": "Cancelled",
            "home_placed": "Delivery: will be packed soon",
            "home_picking": "Delivery: is being packed",
            "home_ready": "Delivery: is packed",
            "home_handed_over": "Delivery: on its way",
            "home_cancelled": "Delivery: cancelled",
        }
    ),
    found=MappingProxyType(
        {
            "open": "",
            "picked": "Included",
            "substituted": "Replaced",
            "missing": "Not in stock",
            "returned": "Given back",
        }
    ),
    substitute="Replaced by {title}",
    messages=MappingProxyType(
        {
            "pick_up_ready": "Your order is ready. Hold your card to the screen at the desk, and we call you by "
            "{code}.",
            "pick_up_cancelled": "We are sorry: we could not get your order {code} together, and have cancelled it.",
            "pick_up_returned": "All of your order {code} was given back, and we have cancelled it.",
            "pick_up_expired": "Nobody came for your order {code} for a long time, and we have cancelled it.",
            "home_handed_over": "Your delivery {code} is on its way to you.",
            "home_expired": "Your delivery {code} was not sent for a long time, and we have cancelled it.",
            "home_returned": "All of your delivery {code} was given back, and we have cancelled it.",
            "home_cancelled": "We are sorry: we could not get your delivery {code} together, and have cancelled it.",
            "refunded_ready": "Not all of your order {code} was there. You get the money for the rest back without "
            "doing anything.",
            "refunded_cancelled": "You get the money for your order {code} back without doing anything.",
        }
    ),
)


def choose_pickup_words(language: str) -> PickupWords:
    """The phrases in this language; English where there are none."""
    return _GERMAN if language == "de" else _ENGLISH
