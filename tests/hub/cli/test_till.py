from collections.abc import Callable

import pytest

from kiosk.hub.cli.till import BookmarkNotFound, TillKnown, add_till_commands
from kiosk.hub.context import Hub
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.domain.redeem_code import format_code
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import find_bookmark
from kiosk.hub.models.store.till import find_till_by_token
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH, NOW
from tests.hub.terminal import type_command

Run = Callable[..., str]


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command to this hub's database; what it said."""

    def run(*words: str) -> str:
        assert type_command(add_till_commands, hub.settings.database, *words) == 0
        return capsys.readouterr().out

    return run


def test_a_till_gets_a_token_that_lets_it_in(run: Run, hub: Hub) -> None:
    token = run("till", "till-2").strip()

    with hub.database.read() as session:
        till = find_till_by_token(session, digest(token))
    assert till
    assert (till.store_id, till.id) == (STORE, "till-2")


def test_a_token_that_a_till_has_is_replaced_only_on_purpose(run: Run, hub: Hub) -> None:
    first = run("till", "till-2").strip()
    with pytest.raises(TillKnown, match="--renew"):
        run("till", "till-2")
    second = run("till", "till-2", "--renew").strip()

    with hub.database.read() as session:
        assert find_till_by_token(session, digest(first)) is None
        assert find_till_by_token(session, digest(second))


def test_a_bookmark_is_redeemed_by_hand_once(run: Run, hub: Hub) -> None:
    with hub.database.write() as session:
        keep_offer(hub, session, session.get_one(Offer, "o-mug"), Tap("b", "f", "uid", A_HASH, NOW, "de"))

    assert [run("redeem", "b"), run("redeem", "b")] == ["o-mug is redeemed.\n", "o-mug was redeemed before.\n"]
    with hub.database.read() as session:
        bookmark = find_bookmark(session, "b")
    assert bookmark
    assert bookmark.redeemed_at


def test_a_bookmark_is_redeemed_by_the_code_that_the_phone_shows(run: Run, hub: Hub) -> None:
    with hub.database.write() as session:
        tap = Tap("b", "f", "uid", A_HASH, NOW, "de")
        code = keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap).redeem_code

    assert run("redeem", *format_code(code).lower().split()) == "o-mug is redeemed.\n"
    assert run("redeem", "b") == "o-mug was redeemed before.\n"


def test_a_bookmark_that_there_is_not_is_not_redeemed(run: Run) -> None:
    with pytest.raises(BookmarkNotFound, match="it stands on the phone's page"):
        run("redeem", "b")
