"""The one step by which a payment goes on, whoever asks for it: a page, a webhook, or the worker after a crash.

What the provider is asked is written down before, and what it answered is written down at once. So whatever dies
between any two lines, the next call finds out from the provider how it stands, and does what follows, once.
"""

from msgspec.structs import replace
from sqlalchemy.orm import Session

from kiosk.contract.money import Money
from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.pace import find_next_look
from kiosk.hub.domain.settlement.redemption import redeem_settlement, release_settlement
from kiosk.hub.models.settlement.settlement import OPEN, Settlement
from kiosk.hub.payment.provider import Charge, Outcome, Provider, ProviderRefused, ProviderSilent


def advance_settlement(hub: Hub, settlement_id: str) -> Outcome | None:
    """Ask the provider how it stands, and do what follows; `None`: it was at its end already.

    Raises `ProviderSilent` where nobody knows: that is noted, and nothing is done.
    """
    with hub.database.read() as session:
        row = session.get_one(Settlement, settlement_id)
        charge, provider_name, is_over = read_charge(row), row.provider, row.state not in OPEN
        is_ending = row.state == "ending" or row.ends_at <= hub.now()
    if is_over:
        return None
    try:
        provider = find_provider(hub, provider_name)
        outcome = _ask(provider, charge, is_ending=is_ending)
        if is_ending and outcome.state == "open":
            end_settlement(hub, settlement_id)
            outcome = provider.end(replace(charge, ref=outcome.ref))
    except ProviderSilent:
        _note_silence(hub, settlement_id)
        raise
    with hub.database.write() as session:
        note_outcome(hub, session, session.get_one(Settlement, settlement_id), outcome)
    return outcome


def end_settlement(hub: Hub, settlement_id: str) -> None:
    """Write down that it is to be ended, before the provider is told so."""
    with hub.database.write() as session:
        row = session.get_one(Settlement, settlement_id)
        if row.state == "asked":
            row.state, row.look_at = "ending", hub.now()


def note_outcome(hub: Hub, session: Session, row: Settlement, outcome: Outcome) -> None:
    """Do what follows from what the provider said; said twice or late it changes nothing."""
    if row.state not in OPEN:
        return
    row.ref, row.was_declined, row.is_unclear = outcome.ref or row.ref, outcome.was_declined, False
    row.look_at = find_next_look(row.made_at, hub.now())
    if outcome.state == "approved":
        redeem_settlement(hub, session, row)
    elif outcome.state == "ended":
        release_settlement(hub, session, row)


def _ask(provider: Provider, charge: Charge, *, is_ending: bool) -> Outcome:
    outcome = provider.look_up(charge)
    if outcome is not None:
        return outcome
    if is_ending:  # what it never heard of nobody can pay: her browser has nothing to pay it with
        return Outcome(charge.ref, "ended")
    try:
        return provider.begin(charge)
    except ProviderRefused:
        return Outcome(charge.ref, "ended", was_declined=True)


def read_charge(row: Settlement) -> Charge:
    """What the provider is asked about."""
    return Charge(row.id, Money(row.due, row.bill.currency), row.made_at, row.ref)


def find_provider(hub: Hub, name: str) -> Provider:
    """Who took this money. Raises `ProviderSilent` where the hub is served with another one, or with none."""
    if hub.provider is None or hub.provider.name != name:
        message = f"a payment by {name} is under way: serve the hub with it until that is over"
        raise ProviderSilent(message)
    return hub.provider


def _note_silence(hub: Hub, settlement_id: str) -> None:
    with hub.database.write() as session:
        row = session.get_one(Settlement, settlement_id)
        if row.state in OPEN:
            row.is_unclear, row.look_at = True, find_next_look(row.made_at, hub.now())
