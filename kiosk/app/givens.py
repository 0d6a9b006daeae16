"""What is known before anything opens: settings, secrets, and what the disk remembers."""

from pathlib import Path

from msgspec import Struct

from kiosk.app.files.secrets import read_store_key, read_token
from kiosk.contract.offer import MediaRef
from kiosk.fleet.status import Status
from kiosk.loyalty.last_good import LastGood, Remembered
from kiosk.loyalty.media import Media
from kiosk.mqtt.address import Address, resolve_broker
from kiosk.proximity.secret_topics import check_topics
from kiosk.proximity.topics import check_zones
from kiosk.settings import Settings
from kiosk.settings.enrolled import awaits_enrolment


class Givens(Struct, frozen=True):
    """All that the rooms are made from."""

    settings: Settings
    key: bytes | None
    token: str | None
    address: Address
    status: Status
    last_good: LastGood
    remembered: Remembered
    media: Media
    loop_media: Media

    def find_file(self, ref: MediaRef) -> Path | None:
        """Where a picture lies, the catalogue's or the folder's; `None`: it is not here. Safe from any thread."""
        return self.media.path_of(ref) or self.loop_media.path_of(ref)

    def refuse_file(self, sha256: str) -> None:
        """It could not be decoded. Safe from any thread."""
        self.media.refuse(sha256)
        self.loop_media.refuse(sha256)

    def __repr__(self) -> str:
        """Without the secrets."""
        return f"Givens({self.settings})"


def gather_givens(settings: Settings, status: Status) -> Givens:
    """Read all that the settings name; raises `KioskError` where one of them cannot be used."""
    _check_proximity(settings)
    last_good = LastGood(settings.state.dir, settings.store.id)
    return Givens(
        settings=settings,
        key=read_store_key(settings.store.key_file),
        token=None if awaits_enrolment(settings) else read_token(settings.loyalty.token_file),
        address=resolve_broker(settings.broker),
        status=status,
        last_good=last_good,
        remembered=last_good.load(status),
        media=Media(settings.state.dir / "media", settings.loyalty.media_mb * 1_000_000),
        loop_media=Media(settings.state.dir / "loop", settings.loop.media_mb * 1_000_000),
    )


def _check_proximity(settings: Settings) -> None:
    """The gateways are listened to after the first frame, when it would be too late to refuse a setting."""
    check_zones([*settings.screen.zones, *settings.proximity.gateways])
    check_topics("proximity.topics", settings.proximity.topics)
    if settings.proximity.profile == "generic":
        from kiosk.proximity.generic import Generic  # noqa: PLC0415 # only who maps a gateway pays for it

        Generic(settings.mapping)
