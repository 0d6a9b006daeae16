"""The page on which a member lets the store charge her as she leaves, sets her limit, and takes it back."""

from contextlib import suppress
from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import Field
from starlette.responses import Response

from kiosk.contract.money import Money
from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.leaving.keeping import advance_mandate
from kiosk.hub.domain.leaving.mandate import allow_charging, change_limit, find_highest, find_mandate, read_most
from kiosk.hub.domain.settlement.training_keeper import NAMED, Named
from kiosk.hub.domain.settlement.training_till import TrainingTill
from kiosk.hub.models.members.member import list_kin
from kiosk.hub.models.settlement.mandate import Mandate, list_unended_mandates
from kiosk.hub.pages.basket.basket_request import BASKET, BasketRequest, BasketRequestDep
from kiosk.hub.pages.basket.mandate_view import NOTHING, Typed, complain, view_mandate
from kiosk.hub.pages.visitor.signed_in import PlainForm
from kiosk.hub.payment.means import Keeping
from kiosk.hub.payment.provider import ProviderRefused, ProviderSilent
from kiosk.hub.payment.stripe_account import StripeAccount
from kiosk.hub.problem import Problem
from kiosk.hub.text.leaving_words import choose_leaving_words
from kiosk.hub.web.page import admit

router = APIRouter(include_in_schema=False)
LEAVING = BASKET + "/leaving"


class LimitForm(PlainForm):
    """Up to how much she lets one visit be charged."""

    most: Annotated[str, Field(max_length=32)] = ""


class NamedForm(PlainForm):
    """What the training till is to keep."""

    named: Named


@router.get(LEAVING)
def show_mandate(own: BasketRequestDep) -> Response:
    """Show what she allows; while she is to name a card, the provider is asked whether she did."""
    return _show(own, NOTHING)


@router.post(LEAVING)
def post_allow(own: BasketRequestDep, form: Annotated[LimitForm, Form()]) -> Response:
    """Allow it up to this limit; then she names a card to the provider."""
    most = _read_limit(own, form)
    if most is None:
        return _refuse(own, form)
    with own.hub.database.write() as session:
        allow_charging(own.hub, session, own.get_member(session), most)
    return _lead(own)


@router.post(LEAVING + "/limit")
def post_limit(own: BasketRequestDep, form: Annotated[LimitForm, Form()]) -> Response:
    """Set another limit."""
    most = _read_limit(own, form)
    if most is None:
        return _refuse(own, form)
    with own.hub.database.write() as session:
        change_limit(own.hub, session, own.get_member(session), most)
    return _lead(own)


@router.post(LEAVING + "/revoke")
def post_revoke(own: BasketRequestDep, form: Annotated[PlainForm, Form()]) -> Response:
    """Take it back: from now on nothing is charged, and the provider lets the card go."""
    own.check_form(form.form_token)
    with own.hub.database.erase() as session:
        member = own.get_member(session)
        withdraw(own.hub, session, member, CHARGE_ON_LEAVING)
        ending = [one.id for one in list_unended_mandates(session, list_kin(session, member.key))]
    for mandate_id in ending:
        _advance(own, mandate_id)
    return _lead(own)


@router.get(LEAVING + "/training")
def show_means(own: BasketRequestDep) -> Response:
    """Show what the training till may keep; to where there is nothing to be named, it leads back."""
    _require_till(own)
    mandate = _read(own)
    if mandate is None or mandate.state != "asked":
        return _lead(own)
    words = choose_leaving_words(own.words.language)
    named = [(one, words.named[one]) for one in NAMED]
    return own.show("training_means.html", {"leaving": words, "named": named, "here": _find_here(own)})


@router.post(LEAVING + "/training")
def post_named(own: BasketRequestDep, form: Annotated[NamedForm, Form()]) -> Response:
    """Keep this."""
    own.check_form(form.form_token)
    till, mandate = _require_till(own), _read(own)
    if mandate is not None:
        with suppress(ProviderRefused):  # it never heard of it yet: the page has it asked
            till.name_means(mandate.id, form.named)
    return _lead(own)


def _show(own: BasketRequest, typed: Typed) -> Response:
    mandate = _read(own)
    if mandate is None and find_highest(own.hub) is None:
        raise Problem(404, "not_found", "This store charges nobody on leaving.")
    keeping = _advance(own, mandate.id) if mandate else None
    with own.hub.database.read() as session:
        values = view_mandate(own, session, keeping, typed)
    here = {"here": _find_here(own)}
    response = own.show("mandate.html", {**values, **here}, 422 if typed.complaint else 200)
    account = own.hub.settings.payment
    if isinstance(account, StripeAccount) and values["card"]:
        admit(response, account.script, account.origins)
    return response


def _read_limit(own: BasketRequest, form: LimitForm) -> Money | None:
    """`None`: what she typed is no limit. A 404 `Problem` where the store charges nobody so."""
    own.check_form(form.form_token)
    highest = find_highest(own.hub)
    if highest is None:
        raise Problem(404, "not_found", "This store charges nobody on leaving.")
    most: Decimal | None = read_most(form.most, highest)
    return None if most is None else Money(most, highest.currency)


def _refuse(own: BasketRequest, form: LimitForm) -> Response:
    highest = find_highest(own.hub)
    return _show(own, complain(own, highest, form.most) if highest else NOTHING)


def _read(own: BasketRequest) -> Mandate | None:
    with own.hub.database.read() as session:
        found = find_mandate(session, own.get_member(session))
        if found is not None:
            session.expunge(found)
        return found


def _advance(own: BasketRequest, mandate_id: str) -> Keeping | None:
    """Where nobody knows how it stands, the page says so, and the worker goes on asking."""
    with suppress(ProviderSilent):
        return advance_mandate(own.hub, mandate_id)
    return None


def _find_here(own: BasketRequest) -> str:
    return LEAVING.format(store_id=own.store.id)


def _lead(own: BasketRequest) -> Response:
    return own.lead(path=_find_here(own))


def _require_till(own: BasketRequest) -> TrainingTill:
    till = own.hub.provider
    if not isinstance(till, TrainingTill):
        raise Problem(404, "not_found", "This store has no training till.")
    return till
