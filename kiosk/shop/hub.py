"""The hub of the pretend shop: the real one, seeded with the sample shop, in a process of its own."""

import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct, json

from kiosk.places import PYTHON
from kiosk.shop.broker import HOST, find_free_port
from kiosk.shop.program import Program, run_program, start_program

_LOG = "hub.log"


class SampleCard(Struct, frozen=True):
    """A member's pretend card: NFC type `2` or `4`, UID as hex, and the URI on it."""

    type: str
    uid: str
    ndef: str | None = None


class SampleMember(Struct, frozen=True):
    """A member of the sample shop, with the raw ids of her beacon and card."""

    nickname: str
    beacon: str
    card: SampleCard
    language: str
    consents: tuple[str, ...] = ()


class SampleShop(Struct, frozen=True):
    """What `kiosk hub seed` says of the shop that it made."""

    store: str
    screen: str
    zones: tuple[str, ...]
    store_key_file: str
    token_file: str
    members: tuple[SampleMember, ...]


@dataclass(frozen=True, slots=True)
class RunningHub:
    """A hub that answers at `url`, until its program is stopped."""

    url: str
    shop: SampleShop
    program: Program


def start_hub(directory: Path, broker: str | None = None, database: str | None = None) -> RunningHub:
    """Seed a hub and serve it on the loopback; its log and data go to `directory`.

    By the broker at this address it reaches its screens; `database` is an address, by default of a file in `directory`.
    Raises `KioskError` where it does not come up.
    """
    seed = (*_name_command("seed"), *_name_places(directory, database), "--out", str(directory))
    run_program("seeding the hub", seed, directory / _LOG)
    return open_hub(directory, broker, database)


def open_hub(
    directory: Path, broker: str | None = None, database: str | None = None, options: Sequence[str] = ()
) -> RunningHub:
    """Serve the hub that was seeded in this directory, as `start_hub` does; `options` are more of `kiosk hub serve`."""
    port = find_free_port()
    url = f"http://{HOST}:{port}"
    serve = (*_name_command("serve"), *_name_places(directory, database), "--host", HOST, "--port", str(port))
    serve += ("--broker", broker) if broker else ()
    program = start_program("the hub", (*serve, *options), directory / _LOG, lambda: _answers(url))
    shop = json.decode((directory / "demo.json").read_bytes(), type=SampleShop)
    return RunningHub(url, shop, program)


def _name_places(directory: Path, database: str | None) -> tuple[str, ...]:
    return ("--database", database or f"sqlite:///{directory / 'hub.db'}", "--media", str(directory / "media"))


def _name_command(command: str) -> tuple[str, ...]:
    return (*PYTHON, "-m", "kiosk", "hub", command)


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(f"{url}/openapi.json", timeout=1).close()  # noqa: S310 - our own http address
    except (urllib.error.URLError, OSError):
        return False
    return True
