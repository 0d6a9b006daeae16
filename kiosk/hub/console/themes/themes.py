"""The themes at the console: what there is, what was published where, and back to what was before."""

from collections.abc import Iterable, Mapping

from fastapi import APIRouter
from msgspec import Struct
from starlette.responses import RedirectResponse, Response

from kiosk.hub.console.desk import OUTCOMES, Desk, DeskDep
from kiosk.hub.console.themes.publication import Reading, list_publications
from kiosk.hub.fleet.commands import mint_command_id, tell_choices
from kiosk.hub.models.screens.theme_choice import (
    ThemeChoice,
    find_choice_before,
    list_choices,
    list_needed_packages,
    map_choices,
)
from kiosk.hub.problem import Problem
from kiosk.hub.themes.packages import Package, drop_packages, renew_packages
from kiosk.hub.themes.shelf import ShelfTheme, Value

THEMES = "/console/themes"

router = APIRouter(include_in_schema=False)


class ThemeCard(Struct, frozen=True):
    """What the list prints of a theme; `worn` are the screens that shall wear it."""

    theme: ShelfTheme
    worn: str


class Outfit(Struct, frozen=True):
    """A theme with its values and its packages; without a name the one of the screen's own settings."""

    theme: str | None = None
    options: Mapping[str, Value] = {}
    packages: Mapping[str, Package] = {}


@router.get(THEMES)
def show_themes(desk: DeskDep) -> Response:
    """Show all themes, and what was published last."""
    themes = desk.hub.themes.list_themes()
    with desk.hub.database.read() as session:
        worn = map_choices(session, desk.store.id)
    cards = [ThemeCard(theme, ", ".join(_list_wearers(worn, theme.name))) for theme in themes]
    values = {"themes": cards, **state_publications(desk, themes)}
    return desk.show("console_themes.html", values)


@router.get(OUTCOMES)
def show_outcomes(desk: DeskDep) -> Response:
    """What the screens said meanwhile, for a page that stands open."""
    return desk.show("console_outcomes_part.html", state_publications(desk, desk.hub.themes.list_themes()))


@router.post(f"{THEMES}/undo/{{publication}}")
def post_undo(desk: DeskDep, publication: str) -> Response:
    """Have those screens that still wear it wear again what they wore before."""
    with desk.hub.database.read() as session:
        choices = list_choices(session, desk.store.id)
        newest = {choice.id for choice in map_choices(session, desk.store.id).values()}
    undone = [choice for choice in choices if choice.publication == publication and choice.id in newest]
    if not undone:
        raise Problem(404, "not_found", "There is no such publication, or another one took its place.")
    before = {choice.screen_id: _recall_outfit(find_choice_before(choices, choice)) for choice in undone}
    media, now = desk.hub.settings.media, desk.hub.now()
    if not all(renew_packages(media, outfit.packages, now) for outfit in before.values()):
        raise Problem(410, "gone", "What was worn before is no longer kept.")
    publish(desk, before)
    return RedirectResponse(f"{THEMES}?said=published", 303)


def publish(desk: Desk, wanted: Mapping[str, Outfit]) -> None:
    """Keep what each screen shall wear, tell them, and keep no package that none of them could wear again."""
    hub = desk.hub
    publication = hub.mint()[:12]
    choices = [
        ThemeChoice(
            store_id=desk.store.id,
            screen_id=screen,
            publication=publication,
            theme=outfit.theme,
            options=dict(outfit.options),
            packages=dict(outfit.packages),
            chosen_by=desk.person.name,
            chosen_at=hub.now(),
            command_id=mint_command_id(hub),
        )
        for screen, outfit in wanted.items()
    ]
    with hub.database.write() as session:
        session.add_all(choices)
        needed = list_needed_packages(session)
    drop_packages(hub.settings.media, needed, hub.now())
    tell_choices(hub, desk.store.id, wanted)


def state_publications(desk: Desk, themes: Iterable[ShelfTheme]) -> dict[str, object]:
    """What the list of publications prints."""
    with desk.hub.database.read() as session:
        choices = list_choices(session, desk.store.id)
    titles = {theme.name: theme.title for theme in themes}
    publications = list_publications(choices, Reading(titles, desk.hub.now(), desk.store.time_zone, desk.words))
    return {
        "publications": publications,
        "is_open": any(one.is_open for one in publications),
        "has_line": desk.hub.line is not None and desk.hub.line.is_up(),
        "may_change": desk.may("POST", f"{THEMES}/undo/{{publication}}"),
    }


def _recall_outfit(choice: ThemeChoice | None) -> Outfit:
    return Outfit(choice.theme, choice.options, choice.packages) if choice else Outfit()


def _list_wearers(worn: Mapping[str, ThemeChoice], name: str) -> list[str]:
    return sorted(screen for screen, choice in worn.items() if choice.theme == name)
