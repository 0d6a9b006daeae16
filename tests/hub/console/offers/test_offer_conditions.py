"""The conditions in an offer's form: written in rows, counted, and kept where no row can say them."""

from kiosk.contract.offer import Audience
from kiosk.contract.rule import Condition, Visits
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.console.clerk import Clerk, read_fields
from tests.hub.regulars import add_regulars

MUG = "/console/offers/o-mug"
SAVE = {"intent": "save"}


def _tell(clerk: Clerk) -> object:
    """Its audience as screens hear of it."""
    offers = clerk.running.get(f"/v1/catalogue?store={STORE}&screen={FIRST_SCREEN}").json()["offers"]
    return next(offer["audience"] for offer in offers if offer["id"] == "o-mug")


def _set_audience(clerk: Clerk, audience: Audience) -> None:
    with clerk.running.hub.database.write() as session:
        session.get_one(Offer, "o-mug").audience = audience


def _get_audience(clerk: Clerk) -> Audience:
    with clerk.running.hub.database.read() as session:
        return session.get_one(Offer, "o-mug").audience


def test_conditions_are_written_in_rows_and_reach_the_screens(mara: Clerk) -> None:
    rows = {
        "condition_group_0": "all",
        "condition_kind_0": "visits",
        "condition_value_0": "3",
        "condition_group_1": "none",
        "condition_kind_1": "time",
        "condition_value_1": "Sa, So",
    }
    page = mara.fill_in(MUG, {**SAVE, **rows})

    assert read_fields(page)["condition_value_1"] == "Sa, So"
    assert _tell(mara) == {
        "all": [{"visits": {"at_least": 3}}],
        "any": ["coffee"],
        "none": [{"time": {"from": "00:00", "until": "24:00", "days": ["sat", "sun"]}}],
    }
    mara.fill_in(MUG, {**SAVE, "condition_value_0": "", "condition_kind_0": ""})
    assert _get_audience(mara).all == ()


def test_a_row_that_says_no_condition_is_complained_of_and_stays(mara: Clerk) -> None:
    page = mara.fill_in(MUG, {**SAVE, "condition_kind_0": "visits", "condition_value_0": "oft"})

    assert (page.status_code, "Besuche sehen aus wie 3 oder" in page.text) == (400, True)
    assert read_fields(page)["condition_value_0"] == "oft"
    assert "Wählen Sie, wonach" in mara.fill_in(MUG, {**SAVE, "condition_value_0": "3"}).text


def test_rules_that_no_row_can_say_are_told_and_kept(mara: Clerk) -> None:
    deeper = Condition(any=("tea", Condition(visits=Visits(at_least=3))))
    _set_audience(mara, Audience(all=(deeper,), any=("coffee",)))

    page = mara.fill_in(MUG, {**SAVE, "any": "tea"})

    assert "Muss gelten: eines von (das Segment „tea“, mindestens 3 Besuche)" in page.text
    assert _get_audience(mara) == Audience(all=(deeper,), any=("tea",))


def test_more_rules_than_an_audience_holds_are_refused(mara: Clerk) -> None:
    deeper = Condition(any=tuple(map(str, range(250))))
    _set_audience(mara, Audience(all=(deeper,)))

    page = mara.fill_in(MUG, {**SAVE, "any": ",".join(map(str, range(9)))})

    assert (page.status_code, "Höchstens 256" in page.text) == (400, True)


def test_it_is_counted_whom_an_offer_reaches_before_it_is_saved(mara: Clerk) -> None:
    add_regulars(mara.running.hub, 60, "regulars")

    counted = mara.fill_in(MUG, {"intent": "count", "any": "regulars"})
    kept = mara.open(f"{MUG}?count=1")

    assert "erreicht jetzt etwa 60 von etwa 60" in counted.text
    assert "erreicht jetzt weniger" in kept.text
    assert _get_audience(mara).any == ("coffee",)
    assert "Es erreicht" not in mara.open(MUG).text


def test_a_change_of_conditions_is_told_to_who_saves_later(mara: Clerk, nils: Clerk) -> None:
    typed = read_fields(nils.open(MUG))
    mara.fill_in(MUG, {**SAVE, "condition_kind_0": "language", "condition_value_0": "de, en"})

    told = nils.send(MUG, {**typed, **SAVE})

    assert (told.status_code, "Bedingungen" in told.text, "de, en" in told.text) == (409, True, True)
