"""The shop in which the stories play: a foreign loyalty system, a real broker, a reader's field and the real screen."""

import shutil
import ssl
import subprocess
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.database import migrate_database, open_database
from kiosk.hub.models.catalogue.playlist_item import PlaylistItem
from kiosk.hub.sample.seed import seed_hub
from kiosk.hub.settings import HubSettings
from kiosk.mqtt.address import Address
from kiosk.shop.broker import RunningBroker
from kiosk.shop.field import PretendReaderField
from kiosk.shop.hub import RunningHub, open_hub
from tests.doubles.authority import found_authority
from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.chromium import open_chromium
from tests.doubles.foreign_shop import KEY, TOKEN, stock
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.mail_server import Guard, Inbox, serve_mail
from tests.doubles.mortal_broker import MortalBroker
from tests.doubles.running_screen import KIOSK, RunningScreen
from tests.hub.console.browsing import open_page, sign_in
from tests.hub.console.clerk import PASSWORD
from tests.stories.her_phone import HerPhone
from tests.stories.shop import Shop


@dataclass
class Fitter:
    """Fits screens into the shop, and takes them down."""

    folder: Path
    broker: Address
    settings: Mapping[str, object]
    screens: list[RunningScreen] = field(default_factory=list[RunningScreen])

    def make(
        self,
        settings: Mapping[str, object] | None = None,
        command: tuple[str, ...] = KIOSK,
        broker: Address | None = None,
    ) -> RunningScreen:
        """A screen with these settings on top of the shop's, not yet started."""
        # Stories share the broker, but no topic.
        name = self.folder.name.replace("_", "-")[-60:].strip("-")
        screen = RunningScreen(self.folder, name, broker or self.broker, {**self.settings, **(settings or {})}, command)
        self.screens.append(screen)
        return screen


@pytest.fixture
def server() -> Generator[LoyaltyServer, None, None]:
    """A foreign loyalty system with a small shop's goods."""
    with LoyaltyServer(TOKEN) as server:
        stock(server)
        yield server


@pytest.fixture
def reader(field: PretendReaderField) -> PretendReaderField:
    """Where cards are held to the screen."""
    return field


@pytest.fixture
def mortal(tmp_path: Path) -> Generator[MortalBroker, None, None]:
    """A broker of one story's own, not yet alive."""
    with MortalBroker(tmp_path / "broker") as mortal:
        yield mortal


@pytest.fixture
def gateway(broker: RunningBroker) -> Generator[Bystander, None, None]:
    """Somebody who speaks as the shop's gateways do, and hears all that screens say."""
    with stand_by(Address(broker.host, broker.port), "kiosk/#") as bystander:
        yield bystander


@pytest.fixture
def fitter(
    tmp_path: Path, broker: RunningBroker, server: LoyaltyServer, reader: PretendReaderField
) -> Generator[Fitter, None, None]:
    """Makes the screens of this shop."""
    (tmp_path / "store.key").write_text(KEY.hex())
    (tmp_path / "token").write_text(TOKEN)
    settings: dict[str, object] = {
        "store.key_file": "store.key",
        "loyalty.url": server.url,
        "loyalty.token_file": "token",
        "nfc.device": f"udp:localhost:{reader.port}",
    }
    fitter = Fitter(tmp_path, Address(broker.host, broker.port), settings)
    yield fitter
    for screen in fitter.screens:
        screen.close()


@pytest.fixture
def screen(fitter: Fitter) -> RunningScreen:
    """The screen of this shop, playing its loop."""
    screen = fitter.make()
    screen.open()
    return screen


@contextmanager
def seed(folder: Path) -> Generator[Hub]:
    """The hub of this folder with the sample shop; seeded again, it only says anew where its files lie."""
    settings = HubSettings(f"sqlite:///{folder / 'hub.db'}", folder / "media")
    migrate_database(settings.database)
    hub = Hub(settings, open_database(settings.database))
    seed_hub(hub, folder)
    yield hub
    hub.database.close()


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub's folder with the sample shop, made once and only copied from.

    Each item of its loop shows for four seconds, for stories wait for several of them: between two taps of one card,
    which within three would be the same tap.
    """
    folder = tmp_path_factory.mktemp("stocked")
    with seed(folder) as hub, hub.database.write() as session:
        for item in session.scalars(select(PlaylistItem)):
            item.seconds = 4
    return folder


@pytest.fixture
def hub_folder(stocked: Path, tmp_path: Path) -> Path:
    """The hub's folder of this story alone."""
    folder = Path(shutil.copytree(stocked, tmp_path / "hub"))
    with seed(folder):
        return folder


@pytest.fixture
def hub(hub_folder: Path, tmp_path: Path, broker: RunningBroker) -> Generator[RunningHub, None, None]:
    """The real hub with its sample shop, on the same broker."""
    hub = open_hub(hub_folder, broker.url, options=("--themes", str(tmp_path / "themes")))
    yield hub
    hub.program.stop()


@pytest.fixture
def hub_settings(hub: RunningHub) -> dict[str, object]:
    """What makes a screen the hub's."""
    return {
        "store.id": hub.shop.store,
        "store.key_file": hub.shop.store_key_file,
        "screen.id": hub.shop.screen,
        "screen.zones": hub.shop.zones,
        "loyalty.url": hub.url,
        "loyalty.token_file": hub.shop.token_file,
    }


@pytest.fixture
def inbox() -> Inbox:
    """Where mails to a member arrive."""
    return Inbox()


@pytest.fixture
def post(tmp_path: Path, inbox: Inbox) -> Generator[tuple[str, ...]]:
    """The options by which the hub sends mails."""
    authority = found_authority(tmp_path / "mail")
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(*authority.sign("mail"))
    with serve_mail(inbox, Guard(tls)) as server:
        where = ("--mail-server", f"smtp://127.0.0.1:{server.port}", "--mail-from", server.sender)
        yield (*where, "--mail-ca-file", str(authority.ca_file))


@pytest.fixture
def chromium() -> Iterator[Browser]:
    """A browser for the windows of one story."""
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def shop(
    fitter: Fitter, hub: RunningHub, hub_settings: dict[str, object], gateway: Bystander, reader: PretendReaderField
) -> Shop:
    """Open, with its screen playing the loop."""
    screen = fitter.make(hub_settings)
    screen.open()
    return Shop(fitter.folder, hub.shop.zones[0], screen, gateway, reader)


@pytest.fixture
def phone(chromium: Browser, hub: RunningHub, inbox: Inbox) -> HerPhone:
    """The phone of somebody whose mails are these."""
    return HerPhone(open_page(chromium, hub, viewport={"width": 390, "height": 844}), inbox)


@pytest.fixture
def tablet(chromium: Browser, hub: RunningHub, tmp_path: Path) -> Page:
    """The tablet of one of the staff, who has signed in."""
    database = f"sqlite:///{tmp_path / 'hub' / 'hub.db'}"
    add = (*KIOSK, "hub", "person", "add", "sam", "--role", "staff", "--database", database)
    subprocess.run(add, input=PASSWORD.encode(), check=True, capture_output=True)  # noqa: S603 # our own program
    page = open_page(chromium, hub, viewport={"width": 1280, "height": 800})
    sign_in(page, "sam")
    page.goto("/console/tablet")
    expect(page.get_by_role("heading", level=1, name="Beratung")).to_be_visible()
    return page
