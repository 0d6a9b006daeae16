"""What one hub needs to know about the place it runs in."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from kiosk.codes.layout import GERMAN, Layout
from kiosk.contract.money import Money
from kiosk.health.address import NOBODY
from kiosk.hub.attribution import Attribution
from kiosk.hub.chatwoot.account import Chatwoot
from kiosk.hub.fiscal.choice import Fiscal
from kiosk.hub.legal import NO_PAGES, Legal
from kiosk.hub.mail.mail_server import MailServer
from kiosk.hub.manners import Manners
from kiosk.hub.oidc.provider import Provider
from kiosk.hub.payment.payment import Payment
from kiosk.hub.printed_card import Numbering
from kiosk.hub.push.push_service import PushService
from kiosk.hub.replies.intake import Intake
from kiosk.hub.retention import Keep
from kiosk.hub.rules import Rule
from kiosk.hub.wallet.wallets import NO_WALLETS, Wallets
from kiosk.mqtt.address import Address

DEFAULT_DATABASE = "sqlite:///hub.sqlite3"
DEFAULT_MEDIA = Path("media")
DEFAULT_CLAIM_HOURS = 24
DEFAULT_HANDSHAKE_MINUTES = 15


@dataclass(frozen=True, slots=True)
class HubSettings:
    """Where the hub keeps its things and where it is reached.

    `database` is an SQLAlchemy address. `public_url` is the address that phones use, without a slash at its end.
    `busy_s` is how many seconds a request waits for a locked database before it is told to come again. `broker` is
    where the screens listen: without one they hear by asking alone. `themes` is the folder of the store's own themes,
    which screens fetch once they are published. `claim_life` is how long the page of a kept offer waits for a phone to
    open it, and `handshake` how long the staff see what a member shows them. Members join by a link that `mail` brings,
    or by `oidc`, who knows them: without either nobody does.
    `store_key` hashes the beacon ids that the hub issues, as the screens do; without it there are none, and no card is
    known by its printed number, which looks as `card_numbers` says. `wallets` are those of phones that coupons are put
    into. Phones are rung by `push`, without it none is; `manners` are when and how often members are written to,
    `rules` what the hub writes by itself. `retention` is for how long it keeps what; empty: as it ships. Conversations
    go on at `chatwoot`, too, and mails are answered by `replies`; without it they are not. `health` is where a monitor
    on this machine may ask how the hub is. `scale_labels` are those that the store's own scales print, and
    `access_point` is the address of what the electronic ones on its shelves listen to. `payment` is who takes the money
    for baskets; `None`: they are paid at a till. `fiscal` is what signs those sales, `seller` are the lines of a
    receipt that name who sells, and `looked_at` is the share of those who walk out with what they paid for into whose
    bags somebody looks. `charge_on_leaving` is the highest limit up to which members may let the store charge them as
    they leave; `None`: it charges nobody so. `attribution` is by which rule purchases go back to what brought their
    buyers. `legal` are the store's own pages that the law has each page lead to.
    """

    database: str = DEFAULT_DATABASE
    media: Path = DEFAULT_MEDIA
    host: str = "127.0.0.1"
    port: int = 8080
    public_url: str = "http://127.0.0.1:8080"
    busy_s: float = 10.0
    broker: Address | None = None
    themes: Path | None = None
    claim_life: timedelta = timedelta(hours=DEFAULT_CLAIM_HOURS)
    handshake: timedelta = timedelta(minutes=DEFAULT_HANDSHAKE_MINUTES)
    mail: MailServer | None = None
    oidc: Provider | None = None
    store_key: bytes | None = field(default=None, repr=False)
    card_numbers: Numbering | None = None
    wallets: Wallets = NO_WALLETS
    push: PushService | None = None
    manners: Manners = field(default_factory=Manners)
    rules: tuple[Rule, ...] = ()
    retention: tuple[Keep, ...] = ()
    chatwoot: Chatwoot | None = None
    replies: Intake | None = None
    health: str = NOBODY
    scale_labels: tuple[Layout, ...] = GERMAN
    access_point: str | None = None
    payment: Payment | None = None
    fiscal: Fiscal = field(default_factory=Fiscal)
    seller: tuple[str, ...] = ()
    looked_at: float = 0.0
    charge_on_leaving: Money | None = None
    attribution: Attribution = field(default_factory=Attribution)
    legal: Legal = NO_PAGES
