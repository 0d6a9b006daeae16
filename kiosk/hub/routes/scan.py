"""`POST /v1/scans`: a code that somebody held under the scanner of a screen."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from kiosk.codes.read import LONGEST
from kiosk.contract.scan import ScanAnswer
from kiosk.hub.context import Hub, HubDep
from kiosk.hub.domain.basket.inquiry import Inquiry, find_asker, put_in, tell_article
from kiosk.hub.domain.credentials.credential import prove
from kiosk.hub.models.members.credential import find_member
from kiosk.hub.models.members.member import Member
from kiosk.hub.web.answers import Answer, ProblemAnswer, describe
from kiosk.hub.web.auth import CallerDep, require_own
from kiosk.hub.web.links import link_take
from kiosk.hub.web.wire import CredentialIn, Id, Language

router = APIRouter()


class ScanIn(BaseModel):
    """A scan: for the owner of the `credential`, for who is meant `by` what she did at this screen, or for nobody."""

    id: Id
    store: Id
    screen: Id
    code: Annotated[str, Field(min_length=1, max_length=LONGEST)]
    language: Language
    credential: CredentialIn | None = None
    by: Id | None = None


@router.post(
    "/v1/scans",
    responses={
        200: describe(ScanAnswer, "What it is, and whether it lies in her basket; or why the code stands for nothing"),
        422: describe(ProblemAnswer, "sun_invalid or sun_replayed"),
    },
)
def post_scan(hub: HubDep, caller: CallerDep, body: ScanIn) -> Answer:
    """Say what the code stands for, and put it into the basket of who stands there. Told again, it lies there once."""
    require_own(caller, body.store, body.screen)
    inquiry = Inquiry(body.id, body.store, body.screen, body.code, body.by)
    take_url = link_take(hub.settings.public_url, body.store, body.code, body.language)
    if body.credential is None and body.by is None:
        with hub.database.read() as session:
            return Answer(tell_article(hub, session, inquiry, take_url))
    with hub.database.write() as session:
        answer = tell_article(hub, session, inquiry, take_url)
        member = _find_member(hub, session, inquiry, body.credential) if answer.article else None
        return Answer(put_in(hub, session, inquiry, member, answer) if member else answer)


def _find_member(hub: Hub, session: Session, inquiry: Inquiry, credential: CredentialIn | None) -> Member | None:
    known = find_asker(hub, session, inquiry)
    if known is not None or credential is None:
        return known
    proof = prove(session, inquiry.store_id, credential.kind, credential.value)
    return find_member(session, inquiry.store_id, credential.kind, proof)
