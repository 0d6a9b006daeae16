"""The commands for where a store's departments are: `kiosk hub departments`."""

from argparse import (
    ArgumentParser,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.cli.command import open_begun_hub, read_given, say
from kiosk.hub.cli.store import pick_store
from kiosk.hub.cli.whole_file import add_show_and_set
from kiosk.hub.domain.visit.floor_plan import make_department, parse_floor_plan
from kiosk.hub.models.store.department import map_departments, set_departments
from kiosk.hub.settings import HubSettings

LESSON = """\
Where the departments of the store are, in a TOML file that holds as a whole. A zone is what screens and offers name:

  [[department]]
  zone = "home"
  title = { de = "Kleinmöbel", en = "Small furniture" }
  way = { de = "1. Etage, links", en = "1st floor, on the left" }

Members read it on the page of their visit, beside what they kept and where a stamp of their card waits.
"""


def add_department_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `departments` and its commands; each sets `run`, as `add_hub_commands` says."""
    departments = commands.add_parser(
        "departments",
        help="where the store's departments are",
        description=LESSON,
        formatter_class=RawDescriptionHelpFormatter,
    )
    add_show_and_set(departments, "departments", _show, _set)


def _show(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        store = pick_store(session, arguments.store)
        for zone, department in map_departments(session, store.id).items():
            title, way = (choose_phrase(words, store.language) for words in (department.title, department.way))
            say(f"{zone}: {title}, {way}")
    return 0


def _set(arguments: Namespace) -> int:
    plan = parse_floor_plan(read_given(arguments.file))
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        store = pick_store(session, arguments.store)
        set_departments(session, store.id, [make_department(entry, store.id) for entry in plan.department])
    say(f"{store.id}: {len(plan.department)} departments are known from now on.")
    return 0
