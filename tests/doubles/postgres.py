"""A real PostgreSQL server of the tests' own, in a folder that goes with it, reached by a socket in that folder."""

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

from kiosk.shop.program import Program, run_program, start_program

_USER = "hub"
_DEBIAN = "/usr/lib/postgresql"
# Nothing of it must outlive the tests, so that nothing has to wait for the disk.
_HASTY = ("-c", "fsync=off", "-c", "listen_addresses=")


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
    """A program of PostgreSQL, of the newest version that Debian installed; outside of its tree, the one on the way."""
    versions = sorted(Path(_DEBIAN).glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]), reverse=True)
    found = next(map(str, versions), None) or shutil.which(name)
    assert found, "apt-get install postgresql: these tests need a real server"
    return found


@contextmanager
def start_postgres() -> Generator[RunningPostgres]:
    """A server that runs until this ends; where the tests run as root, it runs as somebody else, as it insists."""
    # Not below pytest's folder, which is closed to that somebody.
    with tempfile.TemporaryDirectory(prefix="postgres-") as place:
        folder = Path(place)
        servant = _find_servant()
        os.chown(folder, servant.pw_uid, servant.pw_gid)
        data, log = folder / "data", folder / "log"
        leave_root = _leave_root(servant)
        begin = ("--auth=trust", "--no-sync", "--username", _USER, "--encoding=UTF8", "--pgdata", str(data))
        run_program("initdb", (*leave_root, find_postgres("initdb"), *begin), log)
        serve = (find_postgres("postgres"), "-D", str(data), "-k", str(folder), *_HASTY)
        program = start_program("PostgreSQL", (*leave_root, *serve), log, lambda: _answers(folder))
        yield RunningPostgres(folder, program)
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
