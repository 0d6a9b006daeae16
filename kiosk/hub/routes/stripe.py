"""`POST /v1/stripe`: Stripe says that something happened to a payment, or to a means of payment that it keeps."""

from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Depends, Header
from starlette.responses import Response

from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.leaving.keeping import advance_mandate, let_go_again
from kiosk.hub.domain.settlement.advance import advance_settlement
from kiosk.hub.domain.settlement.late_money import look_again, undo_late
from kiosk.hub.models.settlement.mandate import Mandate
from kiosk.hub.models.settlement.settlement import find_settlement
from kiosk.hub.payment.provider import ProviderSilent
from kiosk.hub.payment.stripe_account import StripeAccount
from kiosk.hub.problem import Problem
from kiosk.hub.routes.action import read_body
from kiosk.hub.web.links import STRIPE_BELL

router = APIRouter(include_in_schema=False)


@router.post(STRIPE_BELL)
def post_bell(
    hub: HubDep, body: Annotated[bytes, Depends(read_body)], stripe_signature: Annotated[str, Header()] = ""
) -> Response:
    """Ask Stripe how that stands; what the event itself says is not believed."""
    account = hub.settings.payment
    if not isinstance(account, StripeAccount):
        raise Problem(404, "not_found", "There is nothing here.")
    named = _read(account, stripe_signature, body)
    if named:
        with suppress(ProviderSilent):  # the worker goes on asking
            _advance(hub, named)
    return Response(status_code=202)


def _read(account: StripeAccount, signature: str, body: bytes) -> str | None:
    from kiosk.hub.payment.stripe_bell import read_bell  # noqa: PLC0415 # it is an extra

    return read_bell(account.webhook_secret, signature, body)


def _advance(hub: Hub, named: str) -> None:
    """What is named is a payment, a means of payment, or nothing of this hub's, such as a refund."""
    with hub.database.read() as session:
        is_payment, is_means = find_settlement(session, named) is not None, session.get(Mandate, named) is not None
    if is_payment:
        advance_settlement(hub, named)
        look_again(hub, named)
        undo_late(hub, named)
    if is_means:
        let_go_again(hub, named)
        advance_mandate(hub, named)
