import pytest

from kiosk.contract.offer import Audience
from kiosk.contract.rule import Condition, Visits
from kiosk.contract.shopper import PERSONAL_OFFERS, PROXIMITY
from kiosk.hub.console.words import choose_console_words
from kiosk.hub.domain.screens.reach import ENOUGH
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.members.consent import withdraw_consent
from kiosk.hub.models.members.member import Member, list_members, select_changed_keys
from kiosk.hub.models.people.deed import Deed
from kiosk.hub.models.people.record_look import list_record_looks
from kiosk.hub.sample.shop import STORE
from tests.hub.console.clerk import Clerk
from tests.hub.regulars import add_regulars

_WHY = "/console/offers/o-mug/why"
_HOME, _ELSEWHERE = {"screen": "window-1"}, {"screen": "window-2"}
_MAY, _MAY_NOT = "Dieser Bildschirm darf es jetzt zeigen", "Dieser Bildschirm zeigt es jetzt nicht"


def _change(clerk: Clerk, **changes: object) -> None:
    with clerk.running.hub.database.write() as session:
        offer = session.get_one(Offer, "o-mug")
        for name, value in changes.items():
            setattr(offer, name, value)


def _find_anna(clerk: Clerk) -> Member:
    with clerk.running.hub.database.read() as session:
        return list_members(session, select_changed_keys(STORE, 0))[0]


def test_to_anybody_an_offer_for_some_is_kept_back_by_what_is_not_known_of_her(mara: Clerk) -> None:
    page = mara.fill_in(_WHY, _HOME)

    assert _MAY_NOT in page.text
    assert "von keinem ist bekannt, dass es zutrifft" in page.text
    assert "Nötig: das Segment „coffee“. Das ist nicht bekannt." in page.text


def test_to_a_member_whom_it_is_for_it_may_be_shown_where_it_belongs(mara: Clerk) -> None:
    code = _find_anna(mara).key

    assert _MAY in mara.fill_in(_WHY, {**_HOME, "code": f" {code} "}).text
    with mara.running.hub.database.read() as session:
        assert [look.record for look in list_record_looks(session, [code], 9)] == ["offer"]
    elsewhere = mara.fill_in(_WHY, {**_ELSEWHERE, "code": code})
    assert "Es ist für andere Zonen." in elsewhere.text
    assert code not in elsewhere.url


def test_every_rule_that_is_against_it_is_named(mara: Clerk) -> None:
    audience = Audience(all=(Condition(visits=Visits(at_least=9)),), none=("music",))
    _change(mara, audience=audience, archived_at=mara.running.hub.now(), valid_until=mara.running.hub.now())
    page = mara.fill_in(_WHY, {**_HOME, "code": _find_anna(mara).key})
    words = choose_console_words("de")["why_not"]

    for told in (
        words["archived"],
        "Es gilt noch nicht oder nicht mehr.",
        "Nötig: mindestens 9 Besuche. Das trifft nicht zu.",
        "Ausgeschlossen: das Segment „music“. Das trifft zu.",
    ):
        assert told in page.text


def test_an_offer_that_would_point_at_one_is_kept_back_in_a_store_that_knows_enough(mara: Clerk) -> None:
    code = _find_anna(mara).key
    add_regulars(mara.running.hub, ENOUGH)

    assert "dass es verraten würde, wer gemeint ist" in mara.fill_in(_WHY, {**_HOME, "code": code}).text
    add_regulars(mara.running.hub, 5, "coffee")
    assert _MAY in mara.fill_in(_WHY, {**_HOME, "code": code}).text


def test_who_allows_nothing_is_anybody(mara: Clerk) -> None:
    with mara.running.hub.database.write() as session:
        anna = list_members(session, select_changed_keys(STORE, 0))[0]
        for purpose in (PROXIMITY, PERSONAL_OFFERS):
            withdraw_consent(session, anna, purpose, mara.running.hub.now())
        code = anna.key
    page = mara.fill_in(_WHY, {**_HOME, "code": code})

    assert "Ohne Einwilligung erkennt kein Bildschirm dieses Mitglied." in page.text
    assert _MAY_NOT in page.text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"screen": "window-1", "code": "nobody"}, "Hier kennt niemand diesen Code"),
        ({"screen": "elsewhere"}, "Diesen Bildschirm oder diese Gruppe gibt es nicht."),
    ],
)
def test_what_is_not_there_is_said(mara: Clerk, fields: dict[str, str], said: str) -> None:
    page = mara.fill_in(_WHY, fields)

    assert (page.status_code, said in page.text) == (400, True)


def test_a_look_is_on_record_and_for_managers_alone(mara: Clerk, sam: Clerk) -> None:
    mara.fill_in(_WHY, _HOME)
    with mara.running.hub.database.read() as session:
        deeds = [deed.what for deed in session.query(Deed)]

    assert "POST /console/offers/{offer_id}/why" in deeds
    assert sam.open(_WHY).status_code == 403
    assert "Warum nicht?" not in sam.open("/console/offers/o-mug").text
