"""A notice as it stands on the glass, drawn by the screens' own program while somebody writes it."""

from collections.abc import Mapping
from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.responses import Response

from kiosk.hub.console.desk import DeskDep
from kiosk.hub.console.drawing import answer_drawing
from kiosk.hub.console.notices.notice_form import LONGEST, join_words
from kiosk.hub.mqtt.messages import LEVELS

NOTICE = "/console/notice"
SIDES = ("landscape", "portrait")
_FIELDS = ("text_de", "text_en", "level")

router = APIRouter(include_in_schema=False)


@router.get(f"{NOTICE}/picture")
def show_picture(desk: DeskDep, side: str = SIDES[0]) -> Response:
    """One side of the notice that the address carries."""
    query = desk.visit.request.query_params
    texts = {name: query.get(name, "") for name in _FIELDS}
    drawn = desk.hub.themes.draw_notice(_list_texts(texts), texts["level"]) if _can_be_drawn(texts) else None
    return answer_drawing(drawn.get(f"notice-{side}") if drawn else None)


def list_pictures(texts: Mapping[str, str]) -> dict[str, str]:
    """Where its pictures are, by side; none where no screen would show it."""
    if not _can_be_drawn(texts):
        return {}
    query = urlencode({name: texts[name] for name in _FIELDS})
    return {side: f"{NOTICE}/picture?{query}&side={side}" for side in SIDES}


def _can_be_drawn(texts: Mapping[str, str]) -> bool:
    told = _list_texts(texts)
    return bool(told) and texts["level"] in LEVELS and max(map(len, told)) <= LONGEST


def _list_texts(texts: Mapping[str, str]) -> list[str]:
    return list(join_words(texts).values())
