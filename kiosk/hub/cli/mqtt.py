"""`kiosk hub mqtt`: what a broker needs to let in this store's screens, each to its own topics."""

from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from ipaddress import ip_address
from pathlib import Path

from kiosk.errors import FileRefused
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.guide import MQTT
from kiosk.hub.context import Hub
from kiosk.hub.models.screens.screen import list_screens
from kiosk.hub.models.store.store import list_stores
from kiosk.hub.mqtt.access import (
    GATEWAYS,
    HUB,
    LONGEST_NAME,
    SNIFF,
    Guest,
    is_nameable,
    write_access,
    write_inner_access,
)
from kiosk.hub.mqtt.authority import Authority
from kiosk.hub.mqtt.mosquitto import Inner, write_config
from kiosk.hub.settings import HubSettings
from kiosk.plain_file import OWNER_AND_GROUP, replace_plain

_PRESENCE = "espresense/devices/#"
_ALL_MAKES = "auto"

ListPresence = Callable[[str], Sequence[str]]
"""The topics of a make of gateway, or of all (`auto`); none where there is no such make."""


def add_mqtt_command(commands: "_SubParsersAction[ArgumentParser]", list_presence: ListPresence) -> None:
    """Add the command; it sets `run`, as `add_hub_commands` says."""
    mqtt = commands.add_parser(
        "mqtt",
        help="certificates and an access list for the broker",
        description=MQTT,
        formatter_class=RawDescriptionHelpFormatter,
    )
    mqtt.add_argument("folder", metavar="FOLDER", type=Path, help="where to; what lies there is kept while it is good")
    mqtt.add_argument("--host", metavar="NAME", action="append", required=True, help="how the broker is reached; again")
    mqtt.add_argument(
        "--presence",
        metavar="MAKE|TOPIC",
        action="append",
        type=partial(_read_presence, list_presence),
        help="whose gateways they are, as `proximity.profile` has it, or a topic of theirs; again for each"
        f" (default: {_PRESENCE})",
    )
    mqtt.add_argument(
        "--gateways-at",
        metavar="ADDRESS",
        action="append",
        default=[],
        type=_read_address,
        help="let gateways without a certificate in at this address of the broker's, port 1883, without TLS; again",
    )
    mqtt.add_argument(
        "--gateways-password-file",
        metavar="FILE",
        type=Path,
        help="of mosquitto_passwd: who may come in there (default: whoever reaches that address)",
    )
    add_database(mqtt)
    mqtt.set_defaults(run=note_first("hub mqtt", partial(_prepare, list_presence)))


def _read_presence(list_presence: ListPresence, text: str) -> Sequence[str]:
    return list_presence(text) or [_read_topic(text)]


def _read_topic(text: str) -> str:
    if not text or not text.isprintable() or text.startswith((" ", "kiosk", "#", "+", "$")):
        message = "a gateways' topic has a name at its beginning, and not `kiosk`, below which screens speak"
        raise ArgumentTypeError(message)
    if "/" not in text:
        message = "is neither a make, as `kiosk settings` lists them at proximity.profile, nor a topic with a slash"
        raise ArgumentTypeError(message)
    return text


def _read_address(text: str) -> str:
    try:
        address = ip_address(text)
    except ValueError as error:
        message = "must be an address of this broker's, such as 192.168.7.1"
        raise ArgumentTypeError(message) from error
    if address.is_unspecified:
        message = "must be one address, on the gateways' network: at all of them, everybody would be let in"
        raise ArgumentTypeError(message)
    return text


def _prepare(list_presence: ListPresence, arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub:
        now, screens = hub.now(), _list_nameable(_list_welcome(hub))
    folder: Path = arguments.folder.absolute()
    presence = [topic for topics in arguments.presence or [[_PRESENCE]] for topic in topics]
    inner = Inner(arguments.gateways_at, _find_passwords(arguments.gateways_password_file))
    _open_folder(folder)
    # First of all: whatever fails below, who was revoked has no topic any more.
    _keep(folder / "acl", write_access(screens, presence, list_presence(_ALL_MAKES)))
    _keep(folder / "acl-gateways", write_inner_access(presence))
    for place in _certify_all(Authority(folder, now), screens, arguments.host):
        say(f"made  {folder / place}.pem and .key")
    _keep(folder / "mosquitto.conf", write_config(folder, inner))
    say(f"wrote {folder / 'mosquitto.conf'} and acl, for {len(screens)} screens: let mosquitto read them anew")
    return 0


def _find_passwords(file: Path | None) -> Path | None:
    if file is not None and not file.is_file():
        message = f"{file} is no file: `mosquitto_passwd -c {file} gateways` makes it"
        raise FileRefused(message)
    return file and file.absolute()


def _list_welcome(hub: Hub) -> list[Guest]:
    """The screens that are in, and were not revoked."""
    with hub.database.read() as session:
        screens = [screen for store in list_stores(session) for screen in list_screens(session, store.id)]
        return [
            Guest(screen.store_id, screen.id, screen.token_hash)
            for screen in screens
            if screen.token_hash and not screen.revoked_at
        ]


def _list_nameable(screens: Sequence[Guest]) -> list[Guest]:
    for screen in screens:
        if not is_nameable(screen.store, screen.screen):
            say(
                f"left out {screen.place}: no certificate has a name beyond {LONGEST_NAME} letters; enrol it by another"
            )
    return [screen for screen in screens if is_nameable(screen.store, screen.screen)]


def _certify_all(authority: Authority, screens: Sequence[Guest], hosts: list[str]) -> Iterator[str]:
    """The places of what had to be made."""
    if authority.certify("broker", "broker", hosts):
        yield "broker"
    pairs = [(HUB, HUB), (GATEWAYS, GATEWAYS), (SNIFF, SNIFF), *((screen.name, screen.place) for screen in screens)]
    for name, place in pairs:
        if authority.certify(name, place):
            yield place


def _open_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refuse(folder, error) from error


def _keep(file: Path, text: str) -> None:
    try:
        replace_plain(file, text.encode(), keeps_owner=True, mode=OWNER_AND_GROUP)
    except OSError as error:
        raise _refuse(file, error) from error


def _refuse(path: Path, error: OSError) -> FileRefused:
    return FileRefused(f"{path} cannot be written ({error.strerror}): name another folder")
