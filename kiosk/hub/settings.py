"""What one hub needs to know about the place it runs in."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from kiosk.hub.mail.mail_server import MailServer
from kiosk.hub.manners import Manners
from kiosk.hub.oidc.provider import Provider
from kiosk.hub.push.push_service import PushService
from kiosk.hub.rules import Rule
from kiosk.hub.wallet.wallets import NO_WALLETS, Wallets
from kiosk.mqtt.address import Address

DEFAULT_DATABASE = "sqlite:///hub.sqlite3"
DEFAULT_MEDIA = Path("media")
DEFAULT_CLAIM_HOURS = 24


@dataclass(frozen=True, slots=True)
class HubSettings:
    """Where the hub keeps its things and where it is reached.

    `database` is an SQLAlchemy address. `public_url` is the address that phones use, without a slash at its end.
    `busy_s` is how many seconds a request waits for a locked database before it is told to come again. `broker` is
    where the screens listen: without one they hear by asking alone. `themes` is the folder of the store's own themes,
    which screens fetch once they are published. `claim_life` is how long the page of a kept offer waits for a phone to
    open it. Members join by a link that `mail` brings, or by `oidc`, who knows them: without either nobody does.
    `store_key` hashes the beacon ids that the hub issues, as the screens do; without it there are none. `wallets` are
    those of phones that coupons are put into. Phones are rung by `push`, without it none is; `manners` are when and how
    often members are written to, `rules` what the hub writes by itself.
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
    mail: MailServer | None = None
    oidc: Provider | None = None
    store_key: bytes | None = field(default=None, repr=False)
    wallets: Wallets = NO_WALLETS
    push: PushService | None = None
    manners: Manners = field(default_factory=Manners)
    rules: tuple[Rule, ...] = ()
