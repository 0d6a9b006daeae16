"""In whatever order they come: what she said before she took her consent back never brings back what went with it."""

from datetime import datetime, timedelta
from itertools import count
from typing import Literal, TypeAlias

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.context import Hub
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.profile.handle import USER, find_owner, make_handle
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.running import Dial
from tests.hub.shop_window import NO, YES, WebShop, add_source, make_message

Word: TypeAlias = tuple[Literal["yes", "no", "nothing"], int, bool]
"""What she said, in which minute, and whether her browser is named, too."""
_SAYS = {"yes": YES, "no": NO, "nothing": {}}
_WORDS = st.tuples(st.sampled_from(["yes", "no", "nothing"]), st.integers(0, 8), st.booleans())
_STEPS = st.lists(st.one_of(_WORDS, st.just("withdrawn at the hub")), max_size=8)
_NUMBERS = count()
_MINUTE = timedelta(minutes=1)


class _Shopper:
    """Somebody with an account at the web shop, and what ought to be known of her."""

    def __init__(self, hub: Hub, dial: Dial, shop: WebShop) -> None:
        self._hub, self._dial, self._shop = hub, dial, shop
        self._name = f"she-{next(_NUMBERS)}"
        self._began_at = dial.read()
        self._ended_at: datetime | None = None
        self.ought_to_be_known = False

    def hear_of(self, word: Word) -> None:
        what, minute, names_browser = word
        said_at = min(self._began_at + minute * _MINUTE, self._dial.read())
        browser = {"anonymousId": f"browser of {self._name}"} if names_browser else {}
        changes = {"messageId": f"m-{next(_NUMBERS)}", "userId": self._name, "timestamp": said_at.isoformat()}
        self._shop.tell(make_message(0, context=_SAYS[what], **changes, **browser))
        if what == "no":
            self._end(self._dial.read() if self.ought_to_be_known else said_at)
        elif what == "yes" and (self._ended_at is None or said_at > self._ended_at):
            self.ought_to_be_known = True

    def withdraw(self) -> None:
        key = self.find_key()
        if key:
            with self._hub.database.write() as session:
                withdraw(self._hub, session, session.get_one(Member, key), PERSONAL_OFFERS)
            self._end(self._dial.read())

    def find_key(self) -> str | None:
        with self._hub.database.read() as session:
            return find_owner(session, STORE, make_handle(session, USER, self._name, is_verified=True))

    def _end(self, at: datetime) -> None:
        self._ended_at = max(at, self._ended_at or at)
        self.ought_to_be_known = False


@given(_STEPS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_she_is_known_while_her_last_word_allows_it(
    hub: Hub, dial: Dial, steps: list[Word | Literal["withdrawn at the hub"]]
) -> None:
    source = add_source(hub, f"shop-{next(_NUMBERS)}")
    she = _Shopper(hub, dial, WebShop(hub, source))
    for step in steps:
        dial.turn(_MINUTE)
        she.withdraw() if step == "withdrawn at the hub" else she.hear_of(step)

        assert (she.find_key() is not None) is she.ought_to_be_known
