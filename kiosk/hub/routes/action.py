"""`POST /v1/actions/{store}/{source}`: another system says, signed, what a member did."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request

from kiosk.hub.context import HubDep
from kiosk.hub.domain.benefits.action import take_action
from kiosk.hub.domain.benefits.signature import read_envelope
from kiosk.hub.domain.benefits.unit import state_amount
from kiosk.hub.models.benefits.action_source import find_source
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe, take_json
from kiosk.hub.web.shop_answers import ActionAnswer, Earned

router = APIRouter()


async def read_body(request: Request) -> bytes:
    """The body to the byte, as it was signed."""
    return await request.body()


@router.post(
    "/v1/actions/{store}/{source}",
    responses={
        201: describe(ActionAnswer, "Taken: what the member earned by each rule, and why"),
        200: describe(ActionAnswer, "Was taken before under this webhook-id: the same answer again"),
        401: describe(ProblemAnswer, "signature_wrong or timestamp_far"),
        404: describe(ProblemAnswer, "member_unknown"),
        422: describe(ProblemAnswer, "action_unknown, action_not_rewarded or idempotency_key_reused"),
    },
    openapi_extra={"security": [{"WebhookSignature": []}], **take_json({"required": ["action", "member"]})},
)
def post_action(
    hub: HubDep, request: Request, store: str, source: str, body: Annotated[bytes, Depends(read_body)]
) -> Answer:
    """Take `{"action": ..., "member": ...}`, signed as Standard Webhooks has it with the source's secret."""
    envelope = read_envelope(request.headers)
    with hub.database.write() as session:
        row = find_source(session, store, source)
        if row is None:
            raise Problem(401, "signature_wrong", "Nobody who may speak here signed this.")
        findings, is_new = take_action(hub, session, row, envelope, body)
    earned = [
        Earned(finding.rule, finding.unit, state_amount(finding.steps, finding.unit), finding.because)
        for finding in findings
    ]
    return Answer(ActionAnswer(earned), 201 if is_new else 200)
