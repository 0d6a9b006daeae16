"""The electronic labels on the store's shelves at the console: which of them need somebody."""

from collections.abc import Iterator, Sequence

from fastapi import APIRouter
from msgspec import Struct
from starlette.responses import Response

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.domain.labels.roster import LabelStanding, list_standings
from kiosk.hub.domain.labels.standing import TROUBLES
from kiosk.hub.text.moment import format_moment
from kiosk.hub.text.words import choose_words

LABELS = "/console/labels"

router = APIRouter(include_in_schema=False)


class LabelView(Struct, frozen=True):
    """A label as it is printed: its article, what is wrong, and all else that is known of it."""

    title: str
    troubles: list[str]
    facts: str


@router.get(LABELS)
def show_labels(desk: DeskDep) -> Response:
    """Show all labels of the store, those that need somebody first."""
    with desk.hub.database.read() as session:
        standings = list_standings(session, desk.store.id, desk.hub.now())
        labels = [_view(desk, one) for one in standings]
    values = {"labels": labels, "summary": _sum_up(desk, standings), "is_linked": _is_linked(desk)}
    return desk.show("console_labels.html", values)


def _is_linked(desk: Desk) -> bool:
    """Whether the labels have an access point: without one the hub cannot know how they are."""
    return desk.hub.settings.access_point is not None


def _sum_up(desk: Desk, standings: Sequence[LabelStanding]) -> str:
    words, count = desk.words["labels"], sum(one.standing.needs_somebody for one in standings)
    if not _is_linked(desk):
        return words["summary_unlinked"].format(count=len(standings))
    return words["summary" if count else "summary_well"].format(count=len(standings), troubles=count)


def _view(desk: Desk, one: LabelStanding) -> LabelView:
    words, label = desk.words["labels"], one.label
    title = choose_phrase(one.title, desk.words["page"]["language"])
    facts = [label.mac]
    if label.seen_at is not None or _is_linked(desk):
        facts.append(_write_seen(desk, one))
    if one.standing.state not in TROUBLES:
        facts.insert(0, words[one.standing.state])
    return LabelView(
        title or words["unknown_article"].format(code=label.code), list(_list_troubles(desk, one)), " · ".join(facts)
    )


def _list_troubles(desk: Desk, one: LabelStanding) -> Iterator[str]:
    words = desk.words["labels"]
    if one.standing.state in TROUBLES and _is_linked(desk):
        yield words[one.standing.state]
    if one.standing.is_low and one.label.battery_mv is not None:
        volts = f"{one.label.battery_mv / 1000:.1f}"
        yield words["low"].format(volts=volts.replace(".", ",") if desk.words["page"]["language"] == "de" else volts)


def _write_seen(desk: Desk, one: LabelStanding) -> str:
    words, seen_at = desk.words["labels"], one.label.seen_at
    if seen_at is None:
        return words["never"]
    language = choose_words(desk.words["page"]["language"])
    moment = format_moment(seen_at, desk.hub.now(), desk.store.time_zone, language)
    return words["seen"].format(moment=moment)
