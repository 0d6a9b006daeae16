"""`POST /v1/events`: what screens report, as a batch of CloudEvents 1.0 in which a repeat does no harm."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body
from pydantic import BaseModel, Field

from kiosk.hub.context import HubDep
from kiosk.hub.domain.leaving.going import tell_going
from kiosk.hub.domain.profile.visit import keep_visit
from kiosk.hub.domain.screens.screen_report import take_calls, take_statuses
from kiosk.hub.domain.screens.visit_count import STAY, note_visit
from kiosk.hub.domain.visit.sighting import see_visitor
from kiosk.hub.models.screens.screen_state import Caller
from kiosk.hub.models.store.event import Event, add_events
from kiosk.hub.web.answers import Answer, describe
from kiosk.hub.web.auth import CallerDep
from kiosk.hub.web.screen_answers import EventsAnswer
from kiosk.hub.web.wire import Id, JsonObject, Moment

router = APIRouter()


class EventIn(BaseModel):
    """One CloudEvents 1.0 event; types beyond those of today are kept as well, for newer screens."""

    specversion: Literal["1.0"]
    id: Id
    source: Annotated[str, Field(min_length=1, max_length=512)]
    type: Annotated[str, Field(pattern=r"^kiosk\.[a-z_.]{1,64}$")]
    time: Moment | None = None
    data: JsonObject = Field(default_factory=dict[str, Any])


@router.post("/v1/events", status_code=202, responses={202: describe(EventsAnswer, "Kept")})
def post_events(
    hub: HubDep,
    caller: CallerDep,
    events: Annotated[list[EventIn], Body(max_length=1000, media_type="application/cloudevents-batch+json")],
) -> Answer:
    """Keep a batch of events, each once by its id.

    A `kiosk.visit` whose data say `shopper`, the pseudonym of a member who allows personal offers, counts as her visit
    to the store, once a day; the `zone` and the `seconds` that it says go to her profile, and it is kept without her.
    Who may be recognised by her beacon begins a visit so at a door, and goes from it by an exit; any other screen's
    zone is one of that visit. A `kiosk.stay` says that she is there before that is over, and is not kept.
    Of `kiosk.status` events the last one's data alone are kept.
    A `kiosk.advisor` calls the staff to the screen, for the `offer` and in the `language` that its data say;
    one that comes again, or ten minutes late, is kept and calls nobody.
    """
    rows = [_make_row(caller, event, hub) for event in events]
    with hub.database.write() as session:
        for row in rows:
            keep_visit(hub, session, row)
            tell_going(hub, session, see_visitor(hub, session, row))
            note_visit(session, row)
        lasting = take_statuses(session, [row for row in rows if row.type != STAY])
        fresh = add_events(session, caller.store, caller.screen, lasting)
        take_calls(session, fresh)
        stored = len(rows) - len(lasting) + len(fresh)
    return Answer(EventsAnswer(stored, len(rows) - stored), 202)


def _make_row(caller: Caller, event: EventIn, hub: HubDep) -> Event:
    return Event(
        store_id=caller.store,
        screen_id=caller.screen,
        id=event.id,
        type=event.type,
        source=event.source,
        happened_at=event.time,
        received_at=hub.now(),
        data=event.data,
    )
