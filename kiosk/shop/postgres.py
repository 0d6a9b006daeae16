"""A real PostgreSQL server of our own, in a folder that goes with it, reached by a socket in that folder."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.shop.program import Program, run_program, start_program

_USER = "hub"
_DEBIAN = "/usr/lib/postgresql"
_SOCKET_ALONE = ("-c", "listen_addresses=")
_HASTY = ("-c", "fsync=off")


@dataclass
class RunningPostgres:
    """The server, with its socket in `folder`."""

    folder: Path
    program: Program

    def __post_init__(self) -> None:
        self._numbers = count(1)

    def make_database(self, like: str = "template1") -> str:
        """The name of a new database, empty, or like another that nobody is connected to."""
        name = f"hub_{next(self._numbers)}"
        place = ("--host", str(self.folder), "--username", _USER)
        subprocess.run((find_postgres("createdb"), *place, "--template", like, name), check=True)  # noqa: S603 # our own choice of programs
        return name

    def find(self, name: str) -> str:
        """The address of a database."""
        return f"postgresql://{_USER}@/{name}?host={self.folder}"


def find_postgres(name: str) -> str:
    """A program of PostgreSQL, of the newest version that Debian installed; outside of its tree, the one on the way.

    Raises `KioskError` where there is none.
    """
    versions = sorted(Path(_DEBIAN).glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]), reverse=True)
    found = next(map(str, versions), None) or shutil.which(name)
    if found is None:
        message = "there is no PostgreSQL here: apt-get install postgresql"
        raise KioskError(message)
    return found


@contextmanager
def start_postgres(*, hasty: bool) -> Generator[RunningPostgres]:
    """A server that runs until this ends; where we run as root, it runs as somebody else, as it insists.

    A `hasty` one never waits for the disk, and loses all in a power cut. Raises `KioskError` where there is none.
    """
    # A folder of its own below the usual one, which is open to that somebody.
    with tempfile.TemporaryDirectory(prefix="postgres-") as place:
        folder = Path(place)
        servant = _find_servant()
        os.chown(folder, servant.pw_uid, servant.pw_gid)
        data, log = folder / "data", folder / "log"
        leave_root = _leave_root(servant)
        begin = ("--auth=trust", "--no-sync", "--username", _USER, "--encoding=UTF8", "--pgdata", str(data))
        run_program("initdb", (*leave_root, find_postgres("initdb"), *begin), log)
        serve = (
            find_postgres("postgres"),
            "-D",
            str(data),
            "-k",
            str(folder),
            *_SOCKET_ALONE,
            *(_HASTY if hasty else ()),
        )
        program = start_program("PostgreSQL", (*leave_root, *serve), log, lambda: _answers(folder))
        try:
            yield RunningPostgres(folder, program)
        finally:
            program.stop()


def _find_servant() -> pwd.struct_passwd:
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())


def _leave_root(servant: pwd.struct_passwd) -> tuple[str, ...]:
    """What goes before a command that must not run as root."""
    if os.geteuid() != 0:
        return ()
    identity = ("--reuid", str(servant.pw_uid), "--regid", str(servant.pw_gid), "--clear-groups")
    return ("setpriv", *identity, "--pdeathsig", "TERM", "--")


def _answers(folder: Path) -> bool:
    command = (find_postgres("pg_isready"), "--quiet", "--host", str(folder))
    return subprocess.run(command, check=False).returncode == 0  # noqa: S603 # as above
