"""Somebody of the staff looked at the member and lets her buy what not everybody may."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from kiosk.hub.models.basket.basket_line import find_basket_line
from kiosk.hub.problem import Problem


def approve_line(session: Session, keys: Collection[str], line_id: str, clerk: str) -> None:
    """Let her buy this line; a 404 `Problem` for one that does not lie in the basket of these keys."""
    line = find_basket_line(session, keys, line_id)
    if line is None:
        raise Problem(404, "not_found", "There is no such line in this basket.")
    line.approved_by = clerk
