"""The gate: a pass is scanned, by a camera or a scanner that types, and the page says in two ways who may go."""

from typing import cast, get_args

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.members.calls import TABLET
from kiosk.hub.domain.settlement.exit_gate import Passage, Result, note_bag, use_pass
from kiosk.hub.problem import Problem

GATE = f"{TABLET}/gate"

router = APIRouter(include_in_schema=False)


@router.get(GATE)
def show_gate(desk: DeskDep) -> Response:
    """Wait for a pass."""
    return _show(desk)


@router.post(GATE)
def post_pass(desk: DeskDep) -> Response:
    """Accept a pass, once, or say why not; the page waits for the next one."""
    with desk.hub.database.write() as session:
        passage = use_pass(desk.hub, session, desk.store.id, get_text(desk.form, "code"), desk.person.name)
    return _show(desk, passage)


@router.post(f"{GATE}/{{pass_code}}")
def post_look(desk: DeskDep, pass_code: str) -> Response:
    """Note what was found in the bag."""
    result = get_text(desk.form, "result")
    if result not in get_args(Result):
        raise Problem(400, "malformed", "There is no such result.")
    with desk.hub.database.write() as session:
        note_bag(session, desk.store.id, pass_code, cast("Result", result), desk.person.name)
    return RedirectResponse(f"{GATE}?said=gate_{result}", 303)


def _show(desk: Desk, passage: Passage | None = None) -> Response:
    phrases = desk.words["gate"]
    verdict = passage.verdict if passage else ""
    pieces = passage.pieces if passage else 0
    text = phrases[f"verdict_{verdict}"] if verdict else ""
    about = phrases["one_piece" if pieces == 1 else "pieces"].format(count=pieces) if pieces else ""
    values = {"passage": passage, "verdict": verdict, "verdict_text": text, "about": about}
    return desk.show("tablet_gate.html", values)
