"""A provider that says what a test has it say: it may lose the question, or its answer, or answer late."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeVar

from msgspec.structs import replace

from kiosk.hub.payment.means import Keeping, Means
from kiosk.hub.payment.means import State as MeansState
from kiosk.hub.payment.provider import Charge, Outcome, ProviderRefused, ProviderSilent, Refund, RefundState, State

_Answer = TypeVar("_Answer")


@dataclass
class MoodyProvider:
    """`deaf`: a question does not reach it; `mute`: it does what it is asked, and its answer is lost.

    Of what is `forgotten` it refuses to tell, as one does that was given another account's key; refunds that `failed`
    came to nothing. `meanwhile` is what happens once while that question is on its way: a `begin` to it, a `look_up`
    back from it. What it keeps `declines`, as a bank does that asks its owner first. `reach` is told before it hears
    a question, and when it answered.
    """

    name: str = "moody"
    is_live: bool = False
    deaf: bool = False
    mute: bool = False
    refuses: bool = False
    declines: bool = False
    forgotten: set[str] = field(default_factory=set[str])
    failed: set[str] = field(default_factory=set[str])
    meanwhile: dict[str, Callable[[], object]] = field(default_factory=dict[str, Callable[[], object]])
    charges: dict[str, Outcome] = field(default_factory=dict[str, Outcome])
    amounts: dict[str, Decimal] = field(default_factory=dict[str, Decimal])
    given_back: dict[str, Decimal] = field(default_factory=dict[str, Decimal])
    means: dict[str, Keeping] = field(default_factory=dict[str, Keeping])
    reach: Callable[[Literal["asked", "answered"]], object] = field(default=lambda _moment: None)
    asked: list[str] = field(default_factory=list[str])

    def begin(self, charge: Charge) -> Outcome:
        self._hear("begin")
        if self.refuses:
            message = "too little"
            raise ProviderRefused(message)
        self._let_happen("begin")
        self.amounts.setdefault(charge.id, charge.amount.amount)
        begun = Outcome(f"ref-{charge.id}", "open", secret=f"secret-{charge.id}")
        return self._say(self.charges.setdefault(charge.id, self._charge(begun, charge.means)))

    def look_up(self, charge: Charge) -> Outcome | None:
        self._hear("look_up")
        self._know(charge)
        found = self.charges.get(charge.id)
        self._let_happen("look_up")
        return self._say(found) if found else None

    def end(self, charge: Charge) -> Outcome:
        self._hear("end")
        self._know(charge)
        if self.charges[charge.id].state == "open":
            self.settle(charge.id, "ended")
        return self._say(self.charges[charge.id])

    def look_up_refund(self, refund: Refund) -> RefundState | None:
        self._hear("look_up_refund")
        self._let_happen("look_up_refund")
        self._know(refund.charge)
        self._say(self.charges[refund.charge.id])
        if refund.id in self.failed:
            return "failed"
        return "done" if refund.id in self.given_back else None

    def give_back(self, refund: Refund) -> RefundState:
        self._hear("give_back")
        if self.refuses:
            message = "the account is empty"
            raise ProviderRefused(message)
        self.given_back.setdefault(refund.id, refund.amount.amount)
        self._say(self.charges[refund.charge.id])
        return "done"

    def set_up(self, means: Means) -> Keeping:
        self._hear("set_up")
        self._let_happen("set_up")
        begun = Keeping(f"kept-{means.id}", "open", f"secret-{means.id}")
        return self._say(self.means.setdefault(means.id, begun))

    def look_up_means(self, means: Means) -> Keeping | None:
        self._hear("look_up_means")
        found = self.means.get(means.id)
        return self._say(found) if found else None

    def let_go(self, means: Means) -> None:
        self._hear("let_go")
        if means.id in self.means:
            self.name_means(means.id, "ended")
        self._say(means)

    def name_means(self, means_id: str, state: MeansState = "kept") -> None:
        """What she did, or what became of it."""
        self.means[means_id] = replace(self.means[means_id], state=state)

    def _charge(self, begun: Outcome, ref: str) -> Outcome:
        """Without her, if it is to be charged so."""
        if not ref:
            return begun
        if Keeping(ref, "kept") not in [replace(one, secret="") for one in self.means.values()]:
            message = "nothing is kept of this"
            raise ProviderRefused(message)
        return replace(begun, state="open" if self.declines else "approved", was_declined=self.declines)

    def settle(self, charge_id: str, state: State, *, was_declined: bool = False) -> None:
        """What the shopper did, and what came of it."""
        self.charges[charge_id] = replace(self.charges[charge_id], state=state, was_declined=was_declined)

    def _hear(self, what: str) -> None:
        self.reach("asked")
        self.asked.append(what)
        if self.deaf:
            message = "nothing was heard"
            raise ProviderSilent(message)

    def _know(self, charge: Charge) -> None:
        if charge.id in self.forgotten:
            message = "resource_missing"
            raise ProviderRefused(message)

    def _let_happen(self, what: str) -> None:
        self.meanwhile.pop(what, lambda: None)()

    def _say(self, answer: _Answer) -> _Answer:
        self.reach("answered")
        if self.mute:
            message = "nothing was heard of it"
            raise ProviderSilent(message)
        return answer
