"""A provider that says what a test has it say: it may lose the question, or its answer, or answer late."""

from dataclasses import dataclass, field
from decimal import Decimal

from msgspec.structs import replace

from kiosk.hub.payment.provider import Charge, Outcome, ProviderRefused, ProviderSilent, Refund, State


@dataclass
class MoodyProvider:
    """`deaf`: a question does not reach it; `mute`: it does what it is asked, and its answer is lost."""

    name: str = "moody"
    is_live: bool = False
    deaf: bool = False
    mute: bool = False
    refuses: bool = False
    charges: dict[str, Outcome] = field(default_factory=dict[str, Outcome])
    amounts: dict[str, Decimal] = field(default_factory=dict[str, Decimal])
    given_back: dict[str, Decimal] = field(default_factory=dict[str, Decimal])
    asked: list[str] = field(default_factory=list[str])

    def begin(self, charge: Charge) -> Outcome:
        self._hear("begin")
        if self.refuses:
            message = "too little"
            raise ProviderRefused(message)
        self.amounts.setdefault(charge.id, charge.amount.amount)
        return self._say(self.charges.setdefault(charge.id, Outcome(f"ref-{charge.id}", "open")))

    def look_up(self, charge: Charge) -> Outcome | None:
        self._hear("look_up")
        found = self.charges.get(charge.id)
        return self._say(found) if found else None

    def end(self, charge: Charge) -> Outcome:
        self._hear("end")
        if self.charges[charge.id].state == "open":
            self.settle(charge.id, "ended")
        return self._say(self.charges[charge.id])

    def give_back(self, refund: Refund) -> bool:
        self._hear("give_back")
        self.given_back.setdefault(refund.id, refund.amount.amount)
        self._say(self.charges[refund.charge.id])
        return True

    def settle(self, charge_id: str, state: State, *, was_declined: bool = False) -> None:
        """What the shopper did, and what came of it."""
        self.charges[charge_id] = replace(self.charges[charge_id], state=state, was_declined=was_declined)

    def _hear(self, what: str) -> None:
        self.asked.append(what)
        if self.deaf:
            message = "nothing was heard"
            raise ProviderSilent(message)

    def _say(self, outcome: Outcome) -> Outcome:
        if self.mute:
            message = "nothing was heard of it"
            raise ProviderSilent(message)
        return outcome
