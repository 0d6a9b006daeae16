"""She comes in, keeps an offer, scans, pays without a till, and walks out: one trip, on real parts throughout."""

from collections.abc import Generator, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import Browser, Page, expect

from kiosk.contract.place import DOOR
from kiosk.hub.database import open_database
from kiosk.hub.domain.screens.enrolment import set_place
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.catalogue.playlist_item import list_playlist_items
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from kiosk.shop.broker import RunningBroker
from kiosk.shop.card import make_sticker
from kiosk.shop.hub import RunningHub, open_hub
from tests.doubles.camera import draw_code, show
from tests.doubles.chromium import open_chromium
from tests.doubles.hub_database import ask
from tests.doubles.localstripe import SECRET, LocalStripe, start_localstripe
from tests.stories.her_basket import HerBasket
from tests.stories.her_phone import HerPhone
from tests.stories.shop import ADDRESS, ANY_CARD, OWN_CARD, Shop

GOODS = {"Vase Rille": "4012345000047", "Fäustlinge S": "4012345000108", "Postkarte": "4012345000146"}
LOOP = ("o-vase", "o-candle")
HOME = "Mara Lind\nAm Anger 1\n99084 Erfurt"
ASKS_ITS_OWNER = "4000002500003155"
SUM = "SELECT sum(balance) FROM ledger_accounts"


@pytest.fixture
def hub_folder(hub_folder: Path) -> Path:
    """The hub's folder, with a screen at the door whose loop offers vases and candles."""
    database = open_database(f"sqlite:///{hub_folder / 'hub.db'}")
    with database.write() as session:
        set_place(session, STORE, FIRST_SCREEN, DOOR)
        for place, item in enumerate(list_playlist_items(session, STORE)):
            item.offer_id = LOOP[place % len(LOOP)]
        session.get_one(Offer, "o-vase").gtin = GOODS["Vase Rille"]
    database.close()
    return hub_folder


def raise_price(hub_folder: Path) -> None:
    """A vase costs 49.00 at the shelf by now, and 39.00 for who kept the offer."""
    database = open_database(f"sqlite:///{hub_folder / 'hub.db'}")
    with database.write() as session:
        session.get_one(Article, (STORE, f"0{GOODS['Vase Rille']}")).price = Decimal(49)
    database.close()


@pytest.fixture
def stripe(tmp_path: Path) -> Generator[LocalStripe]:
    with start_localstripe(tmp_path) as stripe:
        yield stripe


@pytest.fixture
def hub(
    hub_folder: Path, broker: RunningBroker, post: tuple[str, ...], stripe: LocalStripe, tmp_path: Path
) -> Generator[RunningHub]:
    """The real hub with its mails, and with Stripe to take the money."""
    account, options = stripe.account, list(post)
    for option, secret in (("--stripe-key-file", account.key), ("--stripe-webhook-secret-file", SECRET)):
        file = tmp_path / option.strip("-")
        file.write_text(secret)
        options += (option, str(file))
    options += ("--pay", "stripe", "--stripe-public-key", account.public_key, "--stripe-api", account.api)
    hub = open_hub(hub_folder, broker.url, options=options)
    raise_price(hub_folder)
    yield hub
    hub.program.stop()


@pytest.fixture
def chromium(tmp_path: Path) -> Iterator[Browser]:
    """Her phone's camera is held to the goods."""
    pictures = (draw_code(code, zxingcpp.BarcodeFormat.EAN13, 3) for code in GOODS.values())
    with open_chromium(*show(tmp_path / "goods.y4m", pictures)) as browser:
        yield browser


def keep(shop: Shop, offer: str, card: bytes) -> str:
    """Tap while this is shown, and not just after the card was held before; the path of its page."""
    shop.screen.expect_loop(2)
    shop.screen.await_said("shown", lambda said: said.get("offer") == offer, shop.screen.mark())
    tap = shop.screen.tap(shop.reader, make_sticker(card))
    assert (tap["outcome"], tap["offer"]) == ("saved", offer)
    return shop.await_kept(tap)


def join_at_the_door(shop: Shop, phone: HerPhone) -> None:
    """She keeps an offer, joins by its page, and shows by two more which card is hers: with those she has come in."""
    phone.open_kept(keep(shop, "o-vase", ANY_CARD))
    phone.join(ADDRESS)
    phone.begin_card()
    for offer in LOOP:
        keep(shop, offer, OWN_CARD)
    phone.end_card()


def check_at_the_exit(tablet: Page, code: str) -> str:
    """What the staff read once they typed it."""
    tablet.goto("/console/tablet/gate")
    tablet.get_by_label("Code vom Handy").fill(code)
    tablet.get_by_role("button", name="Prüfen").click()
    return tablet.locator(".verdict strong").inner_text()


def send_order(tablet: Page) -> None:
    """Pack what is brought home, and have it on its way."""
    tablet.goto("/console/tablet/pickups")
    expect(tablet.get_by_text("Lieferung: 1 Stück")).to_be_visible()
    tablet.get_by_role("link", name="Öffnen").click()
    expect(tablet.get_by_text("99084 Erfurt")).to_be_visible()
    for label in ("Gefunden", "Alles gepackt"):
        tablet.get_by_role("button", name=label).click()
    tablet.get_by_role("link", name="Öffnen").click()
    tablet.get_by_role("button", name="Ist unterwegs").click()
    expect(tablet.get_by_text("Unterwegs. Die Anschrift ist gelöscht.")).to_be_visible()


def bring_back(tablet: Page, title: str) -> None:
    """One piece of this line comes back to the shelf."""
    tablet.goto("/console/tablet/sales/1")
    tablet.get_by_label(title).fill("1")
    tablet.get_by_role("button", name="Diese zurücknehmen").click()
    expect(tablet.get_by_text("Das Geld ist zurück.")).to_be_visible()


@pytest.mark.allow_log("urllib3.connectionpool: Retrying")  # it waits for localstripe to come up
def test_she_comes_in_scans_pays_and_walks_out_and_every_cent_is_where_it_belongs(
    shop: Shop, phone: HerPhone, tablet: Page, stripe: LocalStripe
) -> None:
    join_at_the_door(shop, phone)
    assert set(ask(shop.folder, "SELECT way FROM visits WHERE ended_at IS NULL")) == {"card"}

    basket = HerBasket(phone.page)
    basket.scan_all(tuple(GOODS))
    basket.pay_with_points()
    basket.have_brought("Fäustlinge S", HOME)
    basket.pay(stripe, ASKS_ITS_OWNER)
    assert set(ask(shop.folder, "SELECT ended_by FROM visits WHERE ended_at IS NOT NULL")) == {"paid"}

    assert ask(shop.folder, "SELECT count(*) FROM bookmarks WHERE state = 'redeemed'") == [1]
    assert ask(shop.folder, "SELECT state FROM payments") == ["redeemed"]
    # 39.00 for the vase that she kept, 34.00 and 1.50, less two points that she had for signing in.
    (due,) = ask(shop.folder, "SELECT due FROM settlements WHERE state = 'paid'")
    assert due == "74.48"
    purse = "SELECT balance FROM ledger_accounts WHERE kind = 'member' AND unit = '{}'"
    assert [ask(shop.folder, purse.format(unit)) for unit in ("points", "EUR")] == [[74], [149]]
    assert ask(shop.folder, SUM) == [0]

    code = basket.show_pass()
    verdicts = [check_at_the_exit(tablet, code) for _ in range(3)]
    assert verdicts == ["Bezahlt. Auf Wiedersehen.", *["Dieser Code wurde schon benutzt."] * 2]

    send_order(tablet)
    assert ask(shop.folder, "SELECT state FROM pickups WHERE address IS NULL") == ["handed_over"]
    phone.page.get_by_role("link", name="Kassenbon").click()
    for text in (*GOODS, "74,50"):
        expect(phone.page.get_by_role("main")).to_contain_text(text)

    bring_back(tablet, "Vase Rille")
    (refund,) = stripe.ask("GET", "/v1/refunds")["data"]
    assert (refund["amount"], refund["status"]) == (3900, "succeeded")
    assert ask(shop.folder, SUM) == [0]
    assert ask(shop.folder, "SELECT stock FROM articles WHERE code = '04012345000047'") == [12]
