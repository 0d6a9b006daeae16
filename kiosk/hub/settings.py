"""What one hub needs to know about the place it runs in."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

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
    open it.
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
