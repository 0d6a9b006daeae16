import pytest
from hypothesis import given

from kiosk.hub.attribution import Attribution
from kiosk.hub.domain.attribution.contact import Contact, Purchase
from kiosk.hub.domain.attribution.crediting import Diary
from kiosk.hub.domain.attribution.journey import MonthFacts
from tests.hub.domain.attribution.ways import ATTRIBUTIONS, FACTS, MAIL, ORIGINS, POSTER, WINDOW, buy, touch

_FIRST, _LAST = Attribution("first", 30), Attribution("last", 30)


@pytest.mark.parametrize(("attribution", "day"), [(_FIRST, 2), (_LAST, 9)])
def test_the_rule_chooses_among_the_contacts_before_the_purchase(attribution: Attribution, day: int) -> None:
    diary = Diary(
        [touch("anna", 9, WINDOW), touch("anna", 5, POSTER), touch("anna", 2), touch("anna", 20)], attribution
    )
    contact = diary.credit(buy("anna", 10)).contact

    assert contact is not None
    assert contact.at.day == day


@pytest.mark.parametrize(("bought_on", "is_credited"), [(1, True), (3, True), (31, True), (31.1, False), (0.9, False)])
def test_a_contact_counts_from_its_own_moment_until_the_window_is_over(bought_on: float, *, is_credited: bool) -> None:
    diary = Diary([touch("anna", 1)], _FIRST)

    assert (diary.credit(buy("anna", bought_on)).origin == MAIL) is is_credited


def test_nobody_is_credited_with_what_another_did_nor_with_what_nobody_is_known_for() -> None:
    diary = Diary([touch("anna", 1)], _FIRST)

    assert diary.credit(buy("ben", 2)).origin is None
    assert diary.credit(buy(None, 2)).origin is None


def test_of_two_contacts_at_the_same_moment_it_is_always_the_same_one() -> None:
    both = [touch("anna", 1, WINDOW), touch("anna", 1, POSTER)]

    assert {Diary(found, _FIRST).credit(buy("anna", 2)).origin for found in (both, both[::-1])} == {POSTER}


@given(FACTS, ATTRIBUTIONS)
def test_every_purchase_goes_back_to_exactly_one_contact_of_its_buyer_or_to_none(
    facts: MonthFacts, attribution: Attribution
) -> None:
    diary = Diary(facts.contacts, attribution)
    credited = [diary.credit(purchase) for purchase in facts.purchases]
    by_origin = [sum(one.origin == origin for one in credited) for origin in (*ORIGINS, None)]

    assert sum(by_origin) == len(facts.purchases)
    for one in credited:
        might = [contact for contact in facts.contacts if _is_within(contact, one.purchase, attribution)]
        assert (one.contact in might) if might else (one.contact is None)
        chosen = min if attribution.rule == "first" else max
        assert one.contact is None or one.contact.at == chosen(contact.at for contact in might)


def _is_within(contact: Contact, purchase: Purchase, attribution: Attribution) -> bool:
    """The rule anew, so plainly that it takes no proof."""
    is_hers = contact.person == purchase.person
    return is_hers and 0 <= (purchase.at - contact.at).total_seconds() <= attribution.days * 24 * 3600
