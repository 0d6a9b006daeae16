from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sqlalchemy import select

from kiosk.contract.credential import hash_id, parse_store_key
from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.handshake.meeting import make_handshake_code, show_code
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member, list_kin
from kiosk.hub.models.people.record_look import list_record_looks
from kiosk.hub.models.profile.merge import Merge
from kiosk.hub.sample.seed import KEY_FILE
from kiosk.hub.sample.shop import MEMBERS
from tests.doubles.axe import list_violations
from tests.doubles.chromium import open_chromium, sticks_out
from tests.hub.accounts import ADDRESS as ACCOUNT
from tests.hub.console.clerk import PASSWORD, Clerk
from tests.hub.domain.profile.test_refresh import set_rules
from tests.hub.joined import add_joined, join_at, write_as
from tests.hub.running import RunningHub, make_bookmark
from tests.hub.shop_window import WebShop, add_source, make_message

ADDRESS = "/console/members"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with open_chromium() as browser:
        yield browser


@pytest.fixture
def code(running: RunningHub, seeded: Path) -> str:
    """The code of what a member kept, of whom the web shop knows her browser and her account."""
    key = parse_store_key((seeded / KEY_FILE).read_text())
    card = {"kind": "uid", "value": hash_id(key, "uid", MEMBERS[0].card.uid)}
    set_rules(running.hub, buyers='{"all": [{"trait": {"name": "orders_90_days", "at_least": 2}}]}')
    shop = WebShop(running.hub, add_source(running.hub))
    shop.tell(make_message(1, userId=None, anonymousId="a"))
    shop.tell(make_message(2, type="identify", anonymousId="a", traits={"card": card, "email": "anna@example.org"}))
    running.keep(make_bookmark(credential=card))
    with running.hub.database.read() as session:
        return session.scalars(select(Bookmark.redeem_code)).one()


def test_staff_find_a_member_by_the_code_that_she_shows(sam: Clerk, code: str) -> None:
    page = sam.fill_in(ADDRESS, {"code": f" {code[:4]} {code[4:].lower()}"}).text

    said = (
        *("Einkäufe in 90 Tagen: 0, nötig 2", "gehört nicht dazu", "Mugs", "Karte", "Browser im Webshop (bestätigt)"),
        *("E-Mail-Adresse (nur so angegeben)", "Im Webshop angesehen", "dieselbe Person erkannt"),
    )
    assert [text for text in said if text not in page] == []
    assert [secret for secret in ("anna@example.org", "u-1") if secret in page] == []


def test_who_takes_another_code_is_told_so(sam: Clerk) -> None:
    answer = sam.fill_in(ADDRESS, {"code": "XXXX XXXX"})

    assert (answer.status_code, "Hier kennt niemand diesen Code" in answer.text) == (400, True)


def test_staff_find_who_kept_nothing_by_the_address_that_she_proved_and_her_conversation(sam: Clerk) -> None:
    page = join_at(sam.running.hub)
    before = sam.fill_in(ADDRESS, {"code": ACCOUNT})
    said = write_as(sam.running.hub, page, "Ist er da?")
    after = sam.open(f"{ADDRESS}/{page.member_key}")

    assert before.url.endswith(f"{ADDRESS}/{page.member_key}")
    assert ("Zum Gespräch" in before.text, ACCOUNT in before.text) == (False, False)
    assert f'href="/console/inbox/{said.conversation_id}">Zum Gespräch</a>' in after.text


def test_that_she_was_looked_up_is_on_her_record_and_that_somebody_tried_in_vain_is_not(
    sam: Clerk, otto: Clerk
) -> None:
    key = join_at(sam.running.hub).member_key
    sam.open(f"{ADDRESS}/{key}")
    otto.open(f"{ADDRESS}/{key}")
    with sam.running.hub.database.read() as session:
        looks = list_record_looks(session, [key], 9)

    assert [(one.clerk, one.role, one.record) for one in looks] == [("sam", "staff", "profile")]


def test_another_store_finds_nobody(otto: Clerk, code: str) -> None:
    assert otto.fill_in(ADDRESS, {"code": code}).status_code == 400


def test_managers_take_a_merge_back_and_staff_do_not(mara: Clerk, sam: Clerk, code: str) -> None:
    hub = mara.running.hub
    with hub.database.read() as session:
        merge = session.scalars(select(Merge)).one()
    assert "Wieder trennen" not in sam.fill_in(ADDRESS, {"code": code}).text

    page = mara.fill_in(f"{ADDRESS}/{merge.winner_key}", {"merge": merge.id}, f"{ADDRESS}/{merge.winner_key}/undo")

    assert "Getrennt." in page.text
    with hub.database.read() as session:
        assert session.get_one(Merge, merge.id).undone_by == "mara"
        assert list_kin(session, merge.loser_key) == [merge.loser_key]
    again = mara.fill_in(f"{ADDRESS}/{merge.winner_key}", {"merge": "x"}, f"{ADDRESS}/{merge.winner_key}/undo")
    assert again.status_code == 404


def test_of_who_does_not_allow_it_nothing_is_told_but_that(sam: Clerk, code: str) -> None:
    hub = sam.running.hub
    with hub.database.write() as session:
        member = session.get_one(Member, session.scalars(select(Bookmark.member_key)).one())
        withdraw(hub, session, member, PERSONAL_OFFERS)
    page = sam.fill_in(ADDRESS, {"code": code}).text

    assert "Hier wird nichts gesammelt" in page
    assert "Mugs" not in page


def test_it_is_fit_for_everybody_and_nothing_sticks_out(chromium: Browser, running: RunningHub, code: str) -> None:
    page = chromium.new_context(base_url=running.url, locale="de-DE").new_page()
    page.goto("/console/sign-in")
    page.get_by_label("Name").fill("mara")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    found: dict[str, list[str]] = {}
    for step in ("finder", "member"):
        page.goto(ADDRESS)
        if step == "member":
            page.get_by_label("Code, Mailadresse oder Pseudonym").fill(code)
            page.get_by_role("button", name="Öffnen").click()
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            is_wide = sticks_out(page)
            found[f"{step}, {width}"] = list_violations(page) + ["sticks out"] * is_wide
    page.context.close()

    assert {look: violations for look, violations in found.items() if violations} == {}


def test_the_code_that_her_phone_shows_at_the_counter_opens_nothing(sam: Clerk) -> None:
    hub = sam.running.hub
    with hub.database.write() as session:
        code = make_handshake_code("secret", show_code(hub, session, add_joined(hub, session), "secret"))

    assert sam.fill_in(ADDRESS, {"code": code}).status_code == 400
