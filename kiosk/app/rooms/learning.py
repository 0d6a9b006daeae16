"""Makes the rooms that learn from what is shown, and tell the store's other screens."""

from collections.abc import Callable

from kiosk.app.givens import Givens
from kiosk.contract.instant import Instant
from kiosk.core.effects import Announcement
from kiosk.core.events import Event
from kiosk.learning.exchange import Exchange
from kiosk.learning.learner import Learner, Outlets


def make_learning(
    givens: Givens, post: Callable[[Event], None], tell: Callable[[Announcement, Instant, float | None], None]
) -> tuple[Exchange, Learner]:
    """Both know each other; `tell` hears of each announcement, with the propensity of an offer that was chosen."""
    settings = givens.settings
    store, screen = settings.store.id, settings.screen.id
    exchange = Exchange(givens.address, store, screen, lambda memory: learner.hear(memory))  # noqa: PLW0108 # not made yet
    outlets = Outlets(post, tell, exchange.share)
    learner = Learner(settings.state.dir, screen, settings.offers.explore_share, outlets)
    return exchange, learner
