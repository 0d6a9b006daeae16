from datetime import timedelta

import pytest

from kiosk.hub.domain.leaving.keeping import advance_mandate
from kiosk.hub.domain.leaving.mandate import PATIENCE, find_mandate
from kiosk.hub.domain.settlement.pace import UNDER_WAY
from kiosk.hub.payment.provider import ProviderSilent
from tests.hub.domain.leaving.walker import Walker


def allows(walker: Walker) -> bool:
    with walker.hub.database.read() as session:
        return find_mandate(session, walker.get_member(session)) is not None


def test_she_names_a_card_and_it_is_kept(walker: Walker) -> None:
    mandate_id = walker.begin_mandate()
    begun = advance_mandate(walker.hub, mandate_id)
    walker.provider.name_means(mandate_id)
    advance_mandate(walker.hub, mandate_id)
    row = walker.read_mandate(mandate_id)

    assert begun
    assert (begun.state, begun.secret) == ("open", f"secret-{mandate_id}")
    assert (row.state, row.ref, row.look_at) == ("kept", f"kept-{mandate_id}", None)
    assert advance_mandate(walker.hub, mandate_id) is None


def test_an_answer_that_was_lost_is_found_again_and_nothing_is_asked_for_twice(walker: Walker) -> None:
    mandate_id = walker.begin_mandate()
    walker.provider.mute = True
    for _ in range(2):
        with pytest.raises(ProviderSilent):
            advance_mandate(walker.hub, mandate_id)
    walker.provider.mute = False
    found = advance_mandate(walker.hub, mandate_id)

    assert found
    assert list(walker.provider.means) == [mandate_id]
    assert walker.provider.asked.count("set_up") == 1


def test_what_is_taken_back_is_let_go_by_the_provider_and_holds_before_it_answers(walker: Walker) -> None:
    mandate_id = walker.allow()
    walker.revoke()
    walker.provider.deaf = True
    with pytest.raises(ProviderSilent):
        advance_mandate(walker.hub, mandate_id)
    held = allows(walker), walker.read_mandate(mandate_id).state
    walker.provider.deaf = False
    advance_mandate(walker.hub, mandate_id)

    assert held == (False, "ending")
    assert walker.provider.means[mandate_id].state == "ended"
    assert (walker.read_mandate(mandate_id).state, walker.read_mandate(mandate_id).look_at) == ("ended", None)


def test_who_named_no_card_in_time_allowed_nothing(walker: Walker) -> None:
    mandate_id = walker.begin_mandate()
    advance_mandate(walker.hub, mandate_id)
    walker.dial.turn(PATIENCE)
    advance_mandate(walker.hub, mandate_id)

    assert (allows(walker), walker.read_mandate(mandate_id).state) == (False, "ended")
    assert walker.provider.means[mandate_id].state == "ended"


def test_a_card_that_was_refused_as_she_named_it_is_not_kept(walker: Walker) -> None:
    mandate_id = walker.begin_mandate()
    advance_mandate(walker.hub, mandate_id)
    walker.provider.name_means(mandate_id, "ended")
    advance_mandate(walker.hub, mandate_id)

    assert (allows(walker), walker.read_mandate(mandate_id).state) == (False, "ending")


def test_what_may_be_on_its_way_to_the_provider_is_let_go_once_it_must_have_arrived(walker: Walker) -> None:
    mandate_id = walker.begin_mandate()
    walker.provider.deaf = True
    walker.provider.meanwhile["set_up"] = walker.revoke
    with pytest.raises(ProviderSilent):
        advance_mandate(walker.hub, mandate_id)
    walker.provider.deaf = False
    walker.provider.asked.clear()
    advance_mandate(walker.hub, mandate_id)  # it goes out, and is called off while it does
    assert walker.read_mandate(mandate_id).state == "ending"
    advance_mandate(walker.hub, mandate_id)

    assert walker.provider.means[mandate_id].state == "ended"
    assert walker.read_mandate(mandate_id).state == "ended"


def test_a_question_of_which_nobody_heard_again_is_waited_for(walker: Walker) -> None:
    mandate_id = walker.begin_mandate()
    walker.provider.mute = True
    with pytest.raises(ProviderSilent):
        advance_mandate(walker.hub, mandate_id)
    walker.revoke()
    walker.provider.mute = False
    with pytest.raises(ProviderSilent, match="not heard"):
        advance_mandate(walker.hub, mandate_id)
    walker.dial.turn(UNDER_WAY + timedelta(seconds=1))
    advance_mandate(walker.hub, mandate_id)

    assert walker.read_mandate(mandate_id).state == "ended"


def test_a_provider_that_is_another_by_now_is_waited_for(walker: Walker) -> None:
    mandate_id = walker.allow()
    walker.revoke()
    walker.provider.name = "another"
    with pytest.raises(ProviderSilent, match="serve the hub with it"):
        advance_mandate(walker.hub, mandate_id)

    assert walker.read_mandate(mandate_id).state == "ending"
