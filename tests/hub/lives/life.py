"""What all lives share: a shop that begins anew with each, and the power that fails in it."""

from typing import ClassVar

from hypothesis.stateful import RuleBasedStateMachine
from typing_extensions import override

from tests.hub.lives.failing_shop import Ask, FailingShop
from tests.hub.lives.power import Cut
from tests.hub.lives.stage import Stage


class Life(RuleBasedStateMachine):
    """Whoever runs it sets the shop and its stage first."""

    shop: ClassVar[FailingShop]
    stage: ClassVar[Stage]

    def __init__(self) -> None:
        super().__init__()
        self.shop.begin()

    @override
    def teardown(self) -> None:
        self.shop.end()

    def expect(self, allowed: set[int], *asks: Ask, cut: Cut | None) -> list[int | None]:
        """Ask all this at once; the statuses, of those that are allowed, and `None` where the power failed."""
        told = [None if answer is None else answer.status_code for answer in self.shop.do(*asks, cut=cut)]
        assert set(told) <= {*allowed, None}
        return told
