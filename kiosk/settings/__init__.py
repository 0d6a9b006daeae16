"""Every setting of the screen, declared once: its name, type, default and the sentence that explains it.

Where a pattern says what is allowed, a `title` says it in words.
The reader of the file, `kiosk doctor`, `kiosk settings` and the documentation all read this declaration.
"""

from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from kiosk.offers.situation import K_ANONYMITY
from kiosk.settings.display import Display as Display
from kiosk.settings.health import Health
from kiosk.settings.kinds import Name, Seconds, Text
from kiosk.settings.loop import Loop
from kiosk.settings.night import Night
from kiosk.settings.proximity import Mapping, Proximity
from kiosk.settings.scanner import Scanner
from kiosk.settings.shelf import Shelf


class Store(Struct, frozen=True, forbid_unknown_fields=True):
    """The shop that this screen stands in."""

    id: Annotated[Name, Meta(description="The store's id in the loyalty system, also a part of the MQTT topics.")]
    name: Annotated[Text | None, Meta(description="Its name as people know it: a theme may show it in its bar.")] = None
    key_file: Annotated[
        Path | None,
        Meta(description="File with the 64 hex digits that hash card and beacon ids; without it nobody is known."),
    ] = None
    time_zone: Annotated[str, Meta(description="IANA time zone of the store: dayparts are reckoned in it.")] = (
        "Europe/Berlin"
    )


class Screen(Struct, frozen=True, forbid_unknown_fields=True):
    """This screen."""

    id: Annotated[Name, Meta(description="The screen's id, unique in the store, also a part of the MQTT topics.")]
    zones: Annotated[
        tuple[Text, ...],
        Meta(
            min_length=1,
            description="The zones in front of it, by the names that the gateways use (ESPresense: rooms).",
        ),
    ]
    languages: Annotated[
        tuple[Literal["de", "en"], ...],
        Meta(min_length=1, description="Languages that it speaks; the first is the one for everybody."),
    ] = ("de", "en")


class Broker(Struct, frozen=True, forbid_unknown_fields=True):
    """The MQTT broker."""

    url: Annotated[
        str,
        Meta(
            pattern=r"^mqtts?://[^\s/]+/?\Z",
            title="an address that begins with mqtt:// or mqtts:// and names a host and nothing after it but a port",
            description="`mqtt://host[:1883]` or, with TLS, `mqtts://host[:8883]`.",
        ),
    ] = "mqtt://localhost:1883"
    ca_file: Annotated[
        Path | None, Meta(description="Authority that signed the broker's certificate; none: the system's.")
    ] = None
    cert_file: Annotated[Path | None, Meta(description="This screen's client certificate.")] = None
    key_file: Annotated[Path | None, Meta(description="The key of that certificate.")] = None
    user: Annotated[str | None, Meta(description="User name at the broker.")] = None
    password_file: Annotated[
        Path | None, Meta(description="File that holds the password, never the password itself.")
    ] = None


class Loyalty(Struct, frozen=True, forbid_unknown_fields=True):
    """The loyalty API: the hub, or any server that speaks the same contract."""

    url: Annotated[
        str,
        Meta(
            pattern=r"^https?://[^\s]+\Z",
            title="an address that begins with http:// or https://",
            description="Base address of the loyalty API.",
        ),
    ] = "http://localhost:8080"
    token_file: Annotated[Path | None, Meta(description="File that holds this screen's token.")] = None
    ca_file: Annotated[
        Path | None, Meta(description="Authority that signed the API's certificate; none: the system's.")
    ] = None
    poll_s: Annotated[float, Meta(ge=1, le=3600, description="How often offers and shoppers are asked for.")] = 30.0
    media_mb: Annotated[int, Meta(ge=16, le=65536, description="Room for pictures on disk, in 10^6 bytes.")] = 512


class Nfc(Struct, frozen=True, forbid_unknown_fields=True):
    """The card reader."""

    device: Annotated[
        str,
        Meta(
            pattern=r"^(none|usb(:[0-9a-f]{4}(:[0-9a-f]{4})?)?|tty:\S+|udp:\S+)\Z",
            title="none, usb, or a path that begins with usb:, tty: or udp:",
            description="`none`, `usb`, `usb:vid:pid`, `tty:USB0:pn532`, or `udp:host:port` for tests.",
        ),
    ] = "none"
    side: Annotated[
        Literal["left", "right", "below"], Meta(description="Where the reader is, seen by the shopper.")
    ] = "right"


class State(Struct, frozen=True, forbid_unknown_fields=True):
    """What the screen keeps."""

    dir: Annotated[
        Path, Meta(description="Folder for bookmarks not yet delivered, the last good offers and pictures.")
    ] = Path("/var/lib/vitrine-kiosk")


class Theme(Struct, frozen=True, forbid_unknown_fields=True):
    """How it looks."""

    name: Annotated[Name, Meta(description="The theme's name: that of its folder, or of its .zip.")] = "daylight"
    dir: Annotated[Path | None, Meta(description="Folder of further themes, searched before the shipped ones.")] = None
    options: Annotated[
        dict[Text, str | bool | float],
        Meta(
            title="a table by name, each a text, a number, true or false",
            description="Values for the options that the theme declares, such as {accent = '#c8532b'}.",
        ),
    ] = field(default_factory=dict[Text, str | bool | float])
    signers: Annotated[
        tuple[Path, ...],
        Meta(
            title="a list of files, each with a public key as `kiosk theme key` writes it",
            description="Who may have signed a theme that is not shipped; none: it need not be signed.",
        ),
    ] = ()


class Pacing(Struct, frozen=True, forbid_unknown_fields=True):
    """How long things stay, in seconds."""

    offer_min_s: Annotated[
        Seconds, Meta(description="An offer stays at least so long before another shopper's takes its place.")
    ] = 6.0
    linger_s: Annotated[Seconds, Meta(description="An offer stays so long after its shopper stepped away.")] = 4.0
    offer_max_s: Annotated[
        Seconds, Meta(description="After so long an offer that nobody keeps gives way to the loop.")
    ] = 45.0
    saved_s: Annotated[Seconds, Meta(description="So long the kept offer and its code are shown.")] = 15.0
    cooldown_s: Annotated[
        Annotated[float, Meta(ge=0, le=86400)],
        Meta(description="The same offer is not shown to the same shopper again for so long."),
    ] = 600.0
    hint_s: Annotated[Seconds, Meta(description="So long a hint after a tap that kept nothing is shown.")] = 5.0
    scanned_s: Annotated[
        Seconds, Meta(description="So long is shown what was scanned; to scan it again gives it all of that again.")
    ] = 20.0
    browse_s: Annotated[
        Annotated[float, Meta(ge=30, le=600)],
        Meta(description="Who browses and touches nothing for so long is gone; 20 seconds before, the glass asks."),
    ] = 60.0


class Offers(Struct, frozen=True, forbid_unknown_fields=True):
    """Rules of the store that hold for all offers."""

    contacts_per_day: Annotated[
        Annotated[int, Meta(ge=1)] | None,
        Meta(description="So many offers a shopper is shown at this screen in a day at most; none: no bound."),
    ] = None
    control_salt: Annotated[
        str,
        Meta(
            max_length=128,
            description="Draws who is held out from offers with a control group: the same at all screens of a chain.",
        ),
    ] = ""
    k_anonymity: Annotated[
        int,
        Meta(
            ge=1,
            le=1000,
            description="An offer that fewer of the known shoppers than this may see is not shown: it would point at"
            " one of them. In force where the store knows ten times as many; 1: no such bound.",
        ),
    ] = K_ANONYMITY
    explore_share: Annotated[
        float,
        Meta(ge=0, le=0.5, description="The share of choices among equal offers that is left to chance alone."),
    ] = 0.08


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """All settings of one screen."""

    store: Store
    screen: Screen
    broker: Broker = Broker()
    proximity: Proximity = field(default_factory=Proximity)
    mapping: Mapping = Mapping()
    loyalty: Loyalty = Loyalty()
    nfc: Nfc = Nfc()
    scanner: Scanner = Scanner()
    state: State = field(default_factory=State)
    display: Display = Display()
    theme: Theme = Theme()
    pacing: Pacing = Pacing()
    offers: Offers = Offers()
    loop: Loop = Loop()
    night: Night = Night()
    shelf: Shelf = Shelf()
    health: Health = Health()
