"""`POST /v1/stripe`: Stripe says that something happened to a payment."""

from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Depends, Header
from starlette.responses import Response

from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.settlement.advance import advance_settlement
from kiosk.hub.domain.settlement.late_money import look_again, undo_late
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
    """Ask Stripe how that payment stands; what the event itself says is not believed."""
    account = hub.settings.payment
    if not isinstance(account, StripeAccount):
        raise Problem(404, "not_found", "There is nothing here.")
    settlement_id = _read(account, stripe_signature, body)
    if settlement_id and _is_known(hub, settlement_id):
        with suppress(ProviderSilent):  # the worker goes on asking
            advance_settlement(hub, settlement_id)
            look_again(hub, settlement_id)
            undo_late(hub, settlement_id)
    return Response(status_code=202)


def _read(account: StripeAccount, signature: str, body: bytes) -> str | None:
    from kiosk.hub.payment.stripe_bell import read_bell  # noqa: PLC0415 # it is an extra

    return read_bell(account.webhook_secret, signature, body)


def _is_known(hub: Hub, settlement_id: str) -> bool:
    with hub.database.read() as session:
        return find_settlement(session, settlement_id) is not None
