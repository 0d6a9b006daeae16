from collections.abc import Callable

import pytest
from sqlalchemy import select

from kiosk.hub.cli.member import ConsentNotFound, PhoneNotFound, add_member_commands
from kiosk.hub.cli.member_name import MemberNotFound
from kiosk.hub.context import Hub
from kiosk.hub.domain.kept.bookmark import Tap, keep_offer
from kiosk.hub.domain.redeem_code import format_code
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.claim import get_claim_of, open_claim
from kiosk.hub.models.members.credential import Credential, is_browser_of
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW
from tests.hub.terminal import type_command

Run = Callable[..., str]


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command to this hub's database; what it said."""

    def run(*words: str) -> str:
        assert type_command(add_member_commands, hub.settings.database, "member", *words) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def anna(hub: Hub) -> str:
    with hub.database.read() as session:
        return session.scalars(select(Member.key).where(Member.visits == 1)).one()


@pytest.fixture
def code(hub: Hub, anna: str) -> str:
    """What the phone of a member shows who kept an offer."""
    with hub.database.write() as session:
        card = session.scalars(select(Credential).where(Credential.member_key == anna)).one()
        tap = Tap("b", "f", card.kind, card.value, NOW, "de")
        return format_code(keep_offer(hub, session, session.get_one(Offer, "o-mug"), tap).redeem_code)


def test_a_member_is_told_what_is_known_of_her(run: Run, code: str) -> None:
    said = run("show", code)

    assert "proximity: given 2026-11-22 (counter)\n" in said
    assert "beacons: 1; cards and browsers: 1; visits: 1; purchases and clicks: 0;" in said
    assert "kept offers: 1; messages: 1; tastes: coffee, music" in said


def test_she_takes_one_consent_back_and_then_all(run: Run, code: str, anna: str) -> None:
    assert run("withdraw", code, "--purpose", "proximity").startswith("Taken back: proximity. ")
    assert "proximity: given 2026-11-22 (counter), withdrawn 20" in run("show", anna)
    assert run("withdraw", anna).startswith("Taken back: personal_offers. ")
    assert "beacons: 0; cards and browsers: 1; visits: 0;" in run("show", code)


def test_what_she_does_not_allow_cannot_be_taken_back(run: Run, anna: str) -> None:
    with pytest.raises(ConsentNotFound, match="what she allows: personal_offers, proximity"):
        run("withdraw", anna, "--purpose", "messages.email")
    run("withdraw", anna)
    with pytest.raises(ConsentNotFound, match="what she allows: nothing"):
        run("withdraw", anna)


def test_nobody_is_meant_by_a_code_that_nobody_has(run: Run) -> None:
    with pytest.raises(MemberNotFound, match="on her phone's page"):
        run("show", "K7Q4-2MFX")


def test_a_phone_that_shows_the_code_is_known_as_hers(run: Run, hub: Hub, code: str, anna: str) -> None:
    with hub.database.write() as session:
        claim = get_claim_of(session, "b")
        open_claim(claim, "phone", NOW)
        claim.code_shown_at = NOW

    assert "known as hers" in run("phone", code)
    with hub.database.read() as session:
        assert is_browser_of(session, STORE, "phone", anna)


@pytest.mark.parametrize("is_opened", [False, True])
def test_no_phone_is_known_by_a_code_that_none_shows(run: Run, hub: Hub, code: str, *, is_opened: bool) -> None:
    with hub.database.write() as session:
        if is_opened:
            open_claim(get_claim_of(session, "b"), "phone", NOW)

    for said in (code, "K7Q4-2MFX"):
        with pytest.raises(PhoneNotFound, match="press its button"):
            run("phone", said)
