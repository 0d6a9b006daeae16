"""The one step by which a payment goes on, whoever asks for it: a page, a webhook, or the worker after a crash.

What the provider is asked is written down before, and what it answered is written down at once. So whatever dies
between any two lines, the next call finds out from the provider how it stands, and does what follows, once.
"""

from msgspec.structs import replace
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.settlement.asking import find_provider, read_charge
from kiosk.hub.domain.settlement.closing import redeem_settlement, release_settlement
from kiosk.hub.domain.settlement.pace import AFTERWARDS, find_next_look, is_under_way
from kiosk.hub.models.settlement.settlement import OPEN, Settlement
from kiosk.hub.payment.provider import Charge, Outcome, Provider, ProviderRefused, ProviderSilent


def advance_settlement(hub: Hub, settlement_id: str) -> Outcome | None:
    """Ask the provider how it stands, and do what follows; `None`: it was at its end already.

    Raises `ProviderSilent` where nobody knows, be it that the provider refuses to tell: that is noted, and nothing is
    done.
    """
    with hub.database.read() as session:
        row = session.get_one(Settlement, settlement_id)
        charge, provider_name, has_address = read_charge(row), row.provider, row.address is not None
        is_over, is_ending = row.state not in OPEN, row.state == "ending" or row.ends_at <= hub.now()
    if is_over:
        return None
    if is_ending:
        end_settlement(hub, settlement_id)
    outcome = _ask_calmly(hub, provider_name, charge, is_ending=is_ending)
    if charge.means and outcome.state == "open" and not is_ending:  # nobody is there to do anything about it
        end_settlement(hub, settlement_id)
        outcome = _ask_calmly(hub, provider_name, charge, is_ending=True)
    forgets = has_address and outcome.state == "ended"
    with hub.database.erase() if forgets else hub.database.write() as session:
        note_outcome(hub, session, session.get_one(Settlement, settlement_id), outcome)
    return outcome


def end_settlement(hub: Hub, settlement_id: str) -> None:
    """Write down that it is to be ended, before the provider is told so: from then on nobody begins it any more."""
    with hub.database.write() as session:
        row = session.get_one(Settlement, settlement_id)
        if row.state == "asked":
            row.state, row.look_at = "ending", hub.now()


def note_outcome(hub: Hub, session: Session, row: Settlement, outcome: Outcome) -> None:
    """Do what follows from what the provider said; said twice it changes nothing.

    What is said so late that all was given back is left to `late_money.py`.
    """
    if row.state == "released" and outcome.state != "ended":
        row.ref, row.look_at, row.trouble = outcome.ref or row.ref, hub.now(), "late"
    if row.state not in OPEN:
        return
    row.ref, row.was_declined, row.is_unclear = outcome.ref or row.ref, outcome.was_declined, False
    row.look_at, row.trouble = find_next_look(row.made_at, hub.now()), ""
    if outcome.state == "approved":
        redeem_settlement(hub, session, row)
    elif outcome.state == "ended":
        release_settlement(hub, session, row)
        if row.begun_at is not None and not row.ref:  # who was to begin it may have been held up for longer than that
            row.look_at = hub.now() + AFTERWARDS


def _ask_calmly(hub: Hub, provider_name: str, charge: Charge, *, is_ending: bool) -> Outcome:
    try:
        return _ask(hub, find_provider(hub, provider_name), charge, is_ending=is_ending)
    except ProviderSilent:
        _note_silence(hub, charge.id)
        raise
    except ProviderRefused as refused:  # it took no key of the hub's, or its account is another one by now
        _note_silence(hub, charge.id, "refused")
        message = f"the provider tells nothing of a payment, look at its account and keys: {refused}"
        raise ProviderSilent(message) from refused


def _ask(hub: Hub, provider: Provider, charge: Charge, *, is_ending: bool) -> Outcome:
    outcome = provider.look_up(charge)
    if outcome is None:
        return _let_be(hub, charge) if is_ending else _begin(hub, provider, charge)
    if is_ending and outcome.state == "open":
        return provider.end(replace(charge, ref=outcome.ref))
    return outcome


def _begin(hub: Hub, provider: Provider, charge: Charge) -> Outcome:
    """Written down before it goes out, so that whoever ends it meanwhile waits for it."""
    with hub.database.write() as session:
        row = session.get_one(Settlement, charge.id)
        if row.state != "asked":
            message = "the payment was called off just now"
            raise ProviderSilent(message)
        row.begun_at = hub.now()
    try:
        return provider.begin(charge)
    except ProviderRefused:
        return Outcome(charge.ref, "ended", was_declined=True)


def _let_be(hub: Hub, charge: Charge) -> Outcome:
    """What the provider never heard of nobody can pay, unless the question is still on its way there."""
    with hub.database.read() as session:
        begun_at = session.get_one(Settlement, charge.id).begun_at
    if begun_at is not None and is_under_way(begun_at, hub.now()):
        message = "the provider has not heard of the payment yet"
        raise ProviderSilent(message)
    return Outcome(charge.ref, "ended")


def _note_silence(hub: Hub, settlement_id: str, trouble: str = "") -> None:
    with hub.database.write() as session:
        row = session.get_one(Settlement, settlement_id)
        if row.state in OPEN:
            row.is_unclear, row.look_at = True, find_next_look(row.made_at, hub.now())
            row.trouble = trouble or row.trouble
