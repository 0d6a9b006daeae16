"""The page on which a member names the number of a printed card, by typing or scanning it, and shows it is hers."""

from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from starlette.responses import Response

from kiosk.contract.credential import hash_id
from kiosk.hub.domain.credentials.card_claim import claim_card, make_claim_code
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.redeem_code import format_code
from kiosk.hub.models.members.card_claim import CardClaim, find_card_claim
from kiosk.hub.models.members.credential import PRINTED
from kiosk.hub.pages.visitor.signed_in import ACCOUNT, SignedIn, SignedInDep
from kiosk.hub.printed_card import Numbering, read_number
from kiosk.hub.problem import Problem
from kiosk.hub.text.card_words import CARD_WORDS

router = APIRouter(include_in_schema=False)
CARD_NUMBER = f"{ACCOUNT}/card-number"


class NumberForm(BaseModel):
    """What the form for a number sends."""

    form_token: Annotated[str, Field(max_length=128)]
    number: Annotated[str, Field(max_length=64)] = ""


@router.get(CARD_NUMBER)
def show_card_number(signed_in: SignedInDep) -> Response:
    """Ask for a number, or show how far the claim to a card came."""
    _require(signed_in)
    return _show(signed_in)


@router.post(CARD_NUMBER)
def post_card_number(signed_in: SignedInDep, form: Annotated[NumberForm, Form()]) -> Response:
    """Claim the card of this number, and lead to what proves that she has it; or say that no card bears it."""
    signed_in.check_form(form.form_token)
    numbering, key = _require(signed_in)
    number = read_number(numbering, form.number)
    if number is None:
        return _show(signed_in, CARD_WORDS[signed_in.words.language].wrong_number, 400)
    with signed_in.hub.database.write() as session:
        card_hash = hash_id(key, PRINTED, number)
        claim_card(session, signed_in.account, card_hash, _read_phone(signed_in), signed_in.hub.now())
    return signed_in.lead("code", CARD_NUMBER)


def _require(signed_in: SignedIn) -> tuple[Numbering, bytes]:
    numbering, key = signed_in.hub.settings.card_numbers, signed_in.hub.settings.store_key
    if numbering is None or key is None:
        raise Problem(404, "not_found", "The store's cards bear no numbers that this hub knows.")
    return numbering, key


def _read_phone(signed_in: SignedIn) -> str:
    return signed_in.page.browser.secret


def _show(signed_in: SignedIn, complaint: str = "", status: int = 200) -> Response:
    with signed_in.hub.database.read() as session:
        claim = find_card_claim(session, signed_in.member_key, signed_in.hub.now())
    values = {
        "card_words": CARD_WORDS[signed_in.words.language],
        "complaint": complaint,
        "code": "" if complaint else _find_code(signed_in, claim),
        "is_attached": not complaint and claim is not None and claim.confirmed_at is not None,
    }
    return signed_in.show("card_number.html", values, status)


def _find_code(signed_in: SignedIn, claim: CardClaim | None) -> str:
    """The code, on the phone on which she claimed the card alone."""
    if claim is None or claim.confirmed_at is not None:
        return ""
    code = make_claim_code(_read_phone(signed_in), claim.card_hash)
    return format_code(code) if digest(code) == claim.code_hash else ""
