"""The electronic labels on the store's shelves at the console: which of them need somebody."""

from collections.abc import Iterator

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
    count = sum(one.standing.needs_somebody for one in standings)
    phrase = desk.words["labels"]["summary" if count else "summary_well"]
    summary = phrase.format(count=len(standings), troubles=count)
    return desk.show("console_labels.html", {"labels": labels, "summary": summary})


def _view(desk: Desk, one: LabelStanding) -> LabelView:
    words, label = desk.words["labels"], one.label
    title = choose_phrase(one.title, desk.words["page"]["language"])
    facts = [label.mac, _write_seen(desk, one)]
    if one.standing.state not in TROUBLES:
        facts.insert(0, words[one.standing.state])
    return LabelView(
        title or words["unknown_article"].format(code=label.code), list(_list_troubles(desk, one)), " · ".join(facts)
    )


def _list_troubles(desk: Desk, one: LabelStanding) -> Iterator[str]:
    words = desk.words["labels"]
    if one.standing.state in TROUBLES:
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
