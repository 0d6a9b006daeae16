"""The one step by which a provider comes to keep a means of payment, or to let it go, whoever asks for it.

What it is asked is written down before, so that after a crash the next call finds out how it stands.
"""

from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.settlement.asking import find_provider
from kiosk.hub.domain.settlement.pace import find_next_look, is_under_way
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.settlement.mandate import Mandate
from kiosk.hub.payment.means import Keeping, Means
from kiosk.hub.payment.provider import Provider, ProviderRefused, ProviderSilent


def advance_mandate(hub: Hub, mandate_id: str) -> Keeping | None:
    """Ask the provider how it stands, and do what follows; `None`: there is nothing to ask any more.

    Raises `ProviderSilent` where nobody knows, or the provider refuses to tell: it is asked again.
    """
    with hub.database.read() as session:
        row = session.get_one(Mandate, mandate_id)
        state, name, means, is_late = row.state, row.provider, read_means(row), row.ends_at <= hub.now()
    if state in ("kept", "ended"):
        return None
    if state == "asked" and is_late:
        _give_up(hub, mandate_id)
    try:
        provider = find_provider(hub, name)
        if state == "ending" or is_late:
            _let_go(hub, provider, mandate_id)
            return None
        keeping = provider.look_up_means(means) or _set_up(hub, provider, means)
    except ProviderRefused as refused:
        message = f"the provider tells nothing of a means of payment, look at its account and keys: {refused}"
        raise ProviderSilent(message) from refused
    _note(hub, mandate_id, keeping)
    return keeping


def let_go_again(hub: Hub, mandate_id: str) -> None:
    """Have one that was let go be let go once more: something happened to it, so it was set up only after that."""
    with hub.database.write() as session:
        row = session.get_one(Mandate, mandate_id)
        if row.state == "ended":
            row.state, row.look_at = "ending", hub.now()


def read_means(row: Mandate) -> Means:
    """What the provider is asked about."""
    return Means(row.id, row.made_at, row.ref)


def _set_up(hub: Hub, provider: Provider, means: Means) -> Keeping:
    """Written down before it goes out, so that whoever ends it meanwhile waits for it."""
    with hub.database.write() as session:
        row = session.get_one(Mandate, means.id)
        if row.state != "asked":
            message = "it was called off just now"
            raise ProviderSilent(message)
        row.begun_at = hub.now()
    return provider.set_up(means)


def _note(hub: Hub, mandate_id: str, keeping: Keeping) -> None:
    """What she named is kept; where she failed to, nothing is allowed any more."""
    with hub.database.write() as session:
        row = session.get_one(Mandate, mandate_id)
        row.ref = row.ref or keeping.ref
        if row.state != "asked":
            return
        row.look_at = find_next_look(row.made_at, hub.now())
        if keeping.state == "kept":
            row.state, row.look_at = "kept", None
    if keeping.state == "ended":
        _give_up(hub, mandate_id)


def _give_up(hub: Hub, mandate_id: str) -> None:
    """She never named one: so she allowed nothing that could be done."""
    with hub.database.erase() as session:
        row = session.get_one(Mandate, mandate_id)
        if row.state == "asked":
            withdraw(hub, session, session.get_one(Member, row.member_key), CHARGE_ON_LEAVING)
            row.state, row.look_at = "ending", hub.now()


def _let_go(hub: Hub, provider: Provider, mandate_id: str) -> None:
    with hub.database.read() as session:
        row = session.get_one(Mandate, mandate_id)
        means, begun_at = read_means(row), row.begun_at
    if not means.ref and begun_at is not None and is_under_way(begun_at, hub.now()):
        message = "the provider has not heard of the means of payment yet"
        raise ProviderSilent(message)
    provider.let_go(means)
    with hub.database.write() as session:
        row = session.get_one(Mandate, mandate_id)
        row.state, row.ended_at, row.look_at = "ended", hub.now(), None
