"""Does what an erasure left to be done outside of the database, for as long as the hub serves."""

import logging
import random
from collections.abc import Callable
from datetime import timedelta

import msgspec

from kiosk.backoff import Backoff
from kiosk.errors import KioskError
from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data import outsider
from kiosk.hub.domain.member_data.tombstone_file import file_tombstones
from kiosk.hub.models.members.erasure_step import ErasureStep, end_step, list_due_steps
from kiosk.hub.payment.means import Means
from kiosk.poller import Poller

_EVERY_S, _REST_S = 5.0, 30.0
_MOST_AT_ONCE = 20
_ABSENT = timedelta(hours=1)
"""A system that is not switched on is asked for again after so long."""
_BACKOFF = Backoff(random.SystemRandom().random, base_s=5.0, cap_s=3600.0, least=0.5)
_log = logging.getLogger(__name__)


def keep_erasing(hub: Hub) -> Poller:
    """Until this ends, do what is to be done."""
    return Poller("erasures", lambda: finish_erasures(hub), _REST_S)


def finish_erasures(hub: Hub, backoff: Backoff = _BACKOFF) -> float:
    """Write down who was erased, leave no byte of her, and tell systems outside; the seconds until the next look."""
    file_tombstones(hub)
    hub.database.finish_erasing()
    with hub.database.read() as session:
        due = list_due_steps(session, hub.now(), _MOST_AT_ONCE)
    for step in due:
        _take(hub, step, backoff)
    return _EVERY_S


def _take(hub: Hub, step: ErasureStep, backoff: Backoff) -> None:
    forget = _find_forgetter(hub, step.kind)
    if forget is None:
        _put_off(hub, step, _ABSENT)
        return
    try:
        forget(step.reference)
    except KioskError as error:
        _log.info("%s did not forget: %s", step.kind, type(error).__name__)
        _put_off(hub, step, timedelta(seconds=backoff.draw(step.tries + 1)))
        return
    with hub.database.erase() as session:
        end_step(session, step.id)


def _find_forgetter(hub: Hub, kind: str) -> Callable[[str], object] | None:
    """What forgets a reference of this kind, or raises a `KioskError`; once more does no harm."""
    wallets, provider = hub.settings.wallets, hub.provider
    if provider is not None and kind == f"{outsider.MEANS_AT}{provider.name}":
        return lambda reference: provider.let_go(msgspec.json.decode(reference, type=Means))
    match kind:
        case outsider.GOOGLE_WALLET:
            return wallets.google.void if wallets.google else None
        case outsider.APPLE_WALLET:
            return wallets.push or _let_be
        case _:
            return None


def _let_be(_push_token: str) -> None:
    """Without a way to push, the phone asks by itself once its pass is pulled down."""


def _put_off(hub: Hub, step: ErasureStep, pause: timedelta) -> None:
    with hub.database.write() as session:
        found = session.get(ErasureStep, step.id)
        if found is not None:
            found.tries, found.due_at = found.tries + 1, hub.now() + pause
