"""A small lifestyle store: what a hub shows before a shop brings its own goods."""

from dataclasses import dataclass, field
from typing import Literal

from kiosk.contract.offer import Audience
from kiosk.contract.rule import Condition, Visits
from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY

STORE = "berlin-mitte"
STORE_NAME = "Kleine Freude"
TIME_ZONE = "Europe/Berlin"
CURRENCY = "EUR"
SCREENS = {"window-1": ["home"], "window-2": ["wellness", "accessories", "fashion"]}
FIRST_SCREEN = "window-1"
TILL = "till-1"
LOOP = ("vase", "candle", "knits", "watch")


@dataclass(frozen=True, slots=True)
class Product:
    """A product and its offer.

    `picture` names its files; `prices` are (days ago, amount); `content` is how many of `per` it holds; `budget` is
    what the store gives for it, and how much of that for each bookmark.
    """

    picture: str
    title: dict[str, str]
    text: dict[str, str]
    zones: tuple[str, ...]
    prices: tuple[tuple[int, str], ...]
    audience: Audience = field(default=Audience())
    budget: tuple[str, str] | None = None
    priority: int = 0
    unit: dict[str, str] = field(default_factory=dict[str, str])
    content: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True)
class SampleCard:
    """A pretend card: its NFC type, its UID as hex, and the member URI that its NDEF message holds."""

    type: Literal["2", "4"]
    uid: str
    ndef: str | None = None


@dataclass(frozen=True, slots=True)
class SampleMember:
    """A pretend member with her beacon and card, as raw ids: invented, and kept by the hub as hashes alone.

    `visits` is how often she came before; `interests` are her tastes as the web shop would tell them.
    """

    nickname: str
    language: str
    beacon: str
    card: SampleCard
    segments: tuple[str, ...]
    visits: int
    interests: dict[str, float] = field(default_factory=dict[str, float])
    consents: tuple[str, ...] = (PROXIMITY, PERSONAL_OFFERS)


PRODUCTS = (
    Product(
        picture="mug",
        title={"de": "Steinzeugbecher", "en": "Stoneware mug"},
        text={
            "de": "Von Hand gedreht, für den ersten Kaffee.",
            "en": "Thrown by hand, for the first coffee.",
        },
        zones=("home",),
        prices=((200, "29.90"), (3, "22.90")),
        audience=Audience(any=("coffee",)),
        budget=("700.00", "7.00"),
        priority=5,
    ),
    Product(
        picture="lamp",
        title={"de": "Pilzleuchte", "en": "Mushroom lamp"},
        text={
            "de": "Opalglas und Messing, dimmbar bis zum letzten Satz.",
            "en": "Opal glass and brass, for one more chapter.",
        },
        zones=("home",),
        prices=((300, "149.00"), (5, "119.00")),
        audience=Audience(any=(Condition(interest="design", at_least=0.5),)),
        priority=5,
    ),
    Product(
        picture="teapot",
        title={"de": "Teekanne Seladon", "en": "Celadon teapot"},
        text={
            "de": "Mit Bambushenkel und einer passenden Schale.",
            "en": "With a bamboo handle and a cup to match.",
        },
        zones=("home",),
        prices=((120, "64.00"),),
        audience=Audience(all=("tea", Condition(visits=Visits(at_least=3)))),
        priority=5,
    ),
    Product(
        picture="vase",
        title={"de": "Vase Rille", "en": "Fluted vase"},
        text={
            "de": "Geriffelte Keramik mit acht zarten Gräsern.",
            "en": "Fluted ceramic with eight soft grasses.",
        },
        zones=("home",),
        prices=((90, "39.00"),),
        priority=2,
    ),
    Product(
        picture="candle",
        title={"de": "Duftkerze Zeder", "en": "Cedar candle"},
        text={
            "de": "Zeder und Bernstein, fünfzig Stunden lang.",
            "en": "Cedar and amber, for fifty hours.",
        },
        zones=("home", "wellness"),
        prices=((150, "28.00"),),
        priority=1,
        unit={"de": "220 g", "en": "220 g"},
        content="2.2",
        per="100 g",
    ),
    Product(
        picture="perfume",
        title={"de": "Eau de Parfum", "en": "Eau de parfum"},
        text={
            "de": "Feige, Rosenholz, ein Hauch Salz.",
            "en": "Fig, rosewood, a breath of salt.",
        },
        zones=("wellness",),
        prices=((150, "84.00"),),
        audience=Audience(any=("beauty",)),
        priority=4,
        unit={"de": "50 ml", "en": "50 ml"},
        content="0.5",
        per="100 ml",
    ),
    Product(
        picture="headphones",
        title={"de": "Kopfhörer Nord", "en": "Nord headphones"},
        text={
            "de": "Weiches Leder, dreißig Stunden Musik.",
            "en": "Soft leather, thirty hours of music.",
        },
        zones=("accessories",),
        prices=((200, "249.00"), (6, "199.00")),
        audience=Audience(any=("music",)),
        priority=4,
    ),
    Product(
        picture="watch",
        title={"de": "Uhr Cognac", "en": "Cognac watch"},
        text={
            "de": "Mit einem Lederband, das mit den Jahren gewinnt.",
            "en": "With a leather strap that gains with the years.",
        },
        zones=("accessories",),
        prices=((220, "189.00"),),
        priority=1,
    ),
    Product(
        picture="knits",
        title={"de": "Wolldecke", "en": "Wool throw"},
        text={
            "de": "Reine Schurwolle in Hafer, Rost und Blaugrau.",
            "en": "Pure new wool in oat, rust and blue-grey.",
        },
        zones=("home", "fashion"),
        prices=((100, "89.00"),),
        priority=1,
    ),
)

MEMBERS = (
    SampleMember("A", "de", "keys:demo-anna", SampleCard("2", "04a1b2c3d4e5f1"), ("coffee", "music"), 1),
    SampleMember(
        "B",
        "de",
        "keys:demo-ben",
        SampleCard("4", "04a1b2c3d4e5f2", "urn:vitrine:member:7q2kd9vx"),
        ("music",),
        2,
        {"design": 0.8, "sport": 0.2},
    ),
    SampleMember("C", "en", "keys:demo-clara", SampleCard("2", "04a1b2c3d4e5f3"), ("tea", "beauty"), 3),
    # Joined and has a card, but allowed nothing: her beacon must be as unknown as a passer-by's.
    SampleMember("D", "en", "keys:demo-dora", SampleCard("2", "04a1b2c3d4e5f4"), ("design", "tea"), 5, consents=()),
)
