"""The commands for who may sign in to the console: `kiosk hub person add`, `list` and `remove`."""

import sys
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _SubParsersAction,  # pyright: ignore[reportPrivateUsage] (argparse has no public name for it)
)
from collections.abc import Sequence
from getpass import getpass

from kiosk.errors import KioskError
from kiosk.hub.cli.command import add_database, note_first, open_begun_hub, say
from kiosk.hub.cli.guide import PERSON
from kiosk.hub.cli.store import pick_store
from kiosk.hub.domain.people.new_password import find_flaw
from kiosk.hub.domain.people.password import LONGEST, SHORTEST, hash_password
from kiosk.hub.models.people.person import (
    LONGEST_NAME,
    ROLES,
    Person,
    find_person,
    list_people,
    normalise_name,
    remove_person,
)
from kiosk.hub.settings import HubSettings

_ADD = """It asks for the password twice, or reads it as one line of standard input. Whoever signs in with this name
already gets the new password and role, and is signed out everywhere."""


class PasswordRefused(KioskError):
    """The password cannot be taken; the text says why, and never what it was."""


class PersonNotFound(KioskError):
    """Nobody signs in with this name; the text says how to see who does."""

    def __init__(self) -> None:
        super().__init__("nobody signs in with this name: `kiosk hub person list` says who does")


def add_person_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add `person` and its commands; each sets `run`, as `add_hub_commands` says."""
    person = commands.add_parser(
        "person",
        help="who may sign in to the console",
        description=PERSON,
        formatter_class=RawDescriptionHelpFormatter,
    )
    verbs = person.add_subparsers(required=True, metavar="COMMAND")
    add = verbs.add_parser("add", help="let somebody sign in, or give her another password", description=_ADD)
    add.add_argument("name", type=_read_name, help="the name to sign in with")
    add.add_argument("--role", choices=ROLES, required=True, help="what she may do")
    add.add_argument("--store", metavar="ID", help="where she works, where there are several stores")
    add_database(add)
    add.set_defaults(run=note_first("hub person add", _add))
    names = verbs.add_parser("list", help="say who may sign in, where and as what")
    add_database(names)
    names.set_defaults(run=_list)
    remove = verbs.add_parser("remove", help="let somebody sign in no more")
    remove.add_argument("name", help="the name that she signs in with")
    add_database(remove)
    remove.set_defaults(run=note_first("hub person remove", _remove))


def _read_name(text: str) -> str:
    name = normalise_name(text)
    if not name or not name.isprintable() or len(name) > LONGEST_NAME:
        message = f"a name has 1 to {LONGEST_NAME} printable letters"
        raise ArgumentTypeError(message)
    return name


def _add(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub:
        with hub.database.read() as session:
            store = pick_store(session, arguments.store)
        password_hash = hash_password(_ask_password([arguments.name, store.name]))
        with hub.database.write() as session:
            known = find_person(session, arguments.name)
            if known:
                remove_person(session, known)
                session.flush()
            person = Person(
                id=f"w_{hub.mint()}",
                store_id=store.id,
                name=arguments.name,
                role=arguments.role,
                password_hash=password_hash,
            )
            session.add(person)
    say(f"{arguments.name} may sign in at /console of {store.name}, as {arguments.role}.")
    return 0


def _ask_password(known: Sequence[str]) -> str:
    """The password from the terminal, unseen, or one line of standard input. Raises `PasswordRefused`."""
    if sys.stdin.isatty():
        password = getpass("Password: ")
        if password != getpass("Again: "):
            message = "the two passwords differ: start again"
            raise PasswordRefused(message)
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    match find_flaw(password, known):
        case "length":
            message = f"a password has {SHORTEST} to {LONGEST} letters; a few words in a row are easy to remember"
            raise PasswordRefused(message)
        case "guessable":
            message = "that is guessed early: take a few words that nobody else says together"
            raise PasswordRefused(message)
        case None:
            return password


def _list(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.read() as session:
        people = list_people(session)
    for person in people:
        say(f"{person.store_id}  {person.role:7}  {person.name}")
    if not people:
        say("Nobody may sign in yet: kiosk hub person add NAME --role manager")
    return 0


def _remove(arguments: Namespace) -> int:
    with open_begun_hub(HubSettings(arguments.database)) as hub, hub.database.write() as session:
        person = find_person(session, arguments.name)
        if person is None:
            raise PersonNotFound
        remove_person(session, person)
    say("She may sign in no more, and is signed out everywhere.")
    return 0
