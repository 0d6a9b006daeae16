"""One theme at the console: adjusted, looked at as the screens would draw it, and published."""

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import Desk, DeskDep
from kiosk.hub.console.drawing import answer_drawing
from kiosk.hub.console.form.form import get_text
from kiosk.hub.console.loop.target import Place, read_place
from kiosk.hub.console.themes.theme_form import choose_values, list_fields, list_query, read_values, sort_findings
from kiosk.hub.console.themes.themes import THEMES, Outfit, publish
from kiosk.hub.models.screens.theme_choice import list_choices
from kiosk.hub.problem import Problem
from kiosk.hub.themes.packages import keep_packages
from kiosk.hub.themes.shelf import Pictures, ShelfTheme, Value

PICTURES = ("offer-landscape", "kept-landscape", "offer-portrait")
_PUBLISH = "publish"

router = APIRouter(include_in_schema=False)


@router.get(f"{THEMES}/{{name}}")
def show_theme(desk: DeskDep, name: str) -> Response:
    """The form, filled from what was published of this theme last."""
    theme = _find_theme(desk, name)
    with desk.hub.database.read() as session:
        choices = list_choices(session, desk.store.id)
    kept = [choice.options for choice in choices if choice.theme == name]
    return _show(desk, theme, choose_values(theme, kept[0] if kept else {}), "")


@router.post(f"{THEMES}/{{name}}")
def post_theme(desk: DeskDep, name: str) -> Response:
    """Publish it as it is typed; or only show it, or say what is wrong."""
    theme = _find_theme(desk, name)
    values, target = read_values(theme, desk.form), get_text(desk.form, "target")
    is_asked = get_text(desk.form, "intent") == _PUBLISH
    screens = _read_place(desk).list_screen_ids(target)
    if not is_asked or not screens or desk.hub.themes.judge(name, values):
        return _show(desk, theme, values, target, is_asked=is_asked)
    packages = keep_packages(desk.hub.settings.media, desk.hub.themes.pack(name, values), desk.hub.now())
    publish(desk, dict.fromkeys(screens, Outfit(name, values, packages)))
    return RedirectResponse(f"{THEMES}?said=published", 303)


@router.get(f"{THEMES}/{{name}}/picture")
def show_picture(desk: DeskDep, name: str, scene: str = PICTURES[0]) -> Response:
    """One scene of the theme with the values that the address carries."""
    return answer_drawing(lambda: _draw(desk, name).get(scene))


def _draw(desk: Desk, name: str) -> Pictures:
    theme, query = _find_theme(desk, name), desk.page.request.query_params
    values = read_values(theme, query) if len(query) > 1 else choose_values(theme, {})
    return desk.hub.themes.draw(name, values, desk.words["page"]["language"])


def _find_theme(desk: Desk, name: str) -> ShelfTheme:
    """The theme; raises a 404 `Problem` where there is none: no other name reaches the program."""
    theme = next((one for one in desk.hub.themes.list_themes() if one.name == name), None)
    if theme is None:
        raise Problem(404, "not_found", "There is no such theme.")
    return theme


def _read_place(desk: Desk) -> Place:
    with desk.hub.database.read() as session:
        return read_place(session, desk.store.id)


def _show(desk: Desk, theme: ShelfTheme, values: dict[str, Value], target: str, *, is_asked: bool = False) -> Response:
    """The form as it is typed, its pictures, and what a screen would find wrong with it."""
    place, language = _read_place(desk), desk.words["page"]["language"]
    complaints, warnings = sort_findings(desk.hub.themes.judge(theme.name, values), desk.words)
    if is_asked and not place.list_screen_ids(target):
        complaints["target"] = desk.words["themes"]["no_screens"]
    query = urlencode([*list_query(values), ("lang", language)])
    page = {
        "theme": theme,
        "fields": list_fields(theme, values, language),
        "complaints": complaints,
        "warnings": warnings,
        "pictures": {name: f"{THEMES}/{theme.name}/picture?scene={name}&{query}" for name in PICTURES},
        "choices": place.list_choices(desk.words),
        "target": target,
        "has_line": desk.hub.line is not None and desk.hub.line.is_up(),
        "may_change": desk.may("POST", f"{THEMES}/{{name}}"),
    }
    return desk.show("console_theme.html", page, 400 if is_asked and (complaints or warnings) else 200)
