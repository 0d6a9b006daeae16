import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.joining.account import Proof, enter_account
from kiosk.hub.models.members.account import Account
from kiosk.hub.sample.shop import STORE

MAIL, ISSUER = "mara@example.com", "https://id.example"


def _enter(hub: Hub, *proofs: Proof) -> list[Account]:
    with hub.database.write() as session:
        return [enter_account(hub, session, STORE, proof, "de") for proof in proofs]


@pytest.mark.parametrize("proof", [Proof(MAIL), Proof(issuer=ISSUER, subject="7")])
def test_who_comes_again_is_the_same(hub: Hub, proof: Proof) -> None:
    first, second = _enter(hub, proof, proof)

    assert first.member_key == second.member_key


def test_who_first_came_by_mail_is_known_by_her_issuer_from_then_on(hub: Hub) -> None:
    first, _, third = _enter(hub, Proof(MAIL), Proof(MAIL, ISSUER, "7"), Proof(issuer=ISSUER, subject="7"))

    assert third.member_key == first.member_key
    assert (third.address, third.subject) == (MAIL, "7")


def test_whom_the_issuer_names_counts_before_an_address_that_passed_to_another(hub: Hub) -> None:
    mara, ben = _enter(hub, Proof(issuer=ISSUER, subject="7"), Proof(MAIL))
    (again,) = _enter(hub, Proof(MAIL, ISSUER, "7"))

    assert again.member_key == mara.member_key
    assert (again.address, ben.address) == (None, MAIL)


def test_a_second_subject_with_a_verified_address_enters_and_takes_nothing_over(hub: Hub) -> None:
    first, second = _enter(hub, Proof(MAIL, ISSUER, "7"), Proof(MAIL, ISSUER, "8"))

    assert second.member_key == first.member_key
    assert second.subject == "7"


def test_a_proof_does_not_say_whose_it_is() -> None:
    assert repr(Proof(MAIL, ISSUER, "7")) == "Proof(...)"
