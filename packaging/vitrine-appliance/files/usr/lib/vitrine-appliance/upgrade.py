# ruff: noqa: INP001 # it lies on the machine as a program of its own
"""Keeps an upgrade only if the screen is well with it, and else installs the version before it again.

It runs on Debian's own Python, and imports nothing of the versions that it judges.
"""

import json
import re
import socket
import sqlite3
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("vitrine-kiosk", "vitrine-appliance")
WITHIN_S = 600.0
"""So soon after its installation a version has to be well."""
STEADY_S = 120.0
"""And so long at a stretch: one process with a picture, that says that it is well."""
LOOK_S = 5.0
MOST_SAID = 1_000_000
"""Bytes of an answer; a version that says more is not well."""
_SCHEMA = re.compile(r"/kiosk/bookmarks/schema/\d+\.sql$")


@dataclass(frozen=True)
class Places:
    """Where things lie; tests have others."""

    state: Path = Path("/var/lib/vitrine-appliance")
    archives: Path = Path("/var/cache/apt/archives")
    kept: Path = Path("/var/cache/vitrine-appliance")
    refused: Path = Path("/etc/apt/preferences.d/vitrine-refused")
    going_back: Path = Path("/run/vitrine-going-back")
    outbox: Path = Path("/var/lib/vitrine-kiosk/outbox.db")
    health: Path = Path("/run/vitrine-kiosk/health.sock")

    @property
    def trial(self) -> Path:
        """There while a version is on trial."""
        return self.state / "on-trial"


def run(*command: str) -> str:
    """What the program says; raises `CalledProcessError` where it fails."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 # our own commands


def keep_packages(places: Places, installed: dict[str, str]) -> bool:
    """Keep the packages of what is installed (version by name) to come back to; whether all of them were there."""
    found = [find_package(places.archives, name, version) for name, version in installed.items()]
    if not all(found):
        return False
    places.kept.mkdir(parents=True, exist_ok=True)
    for old in places.kept.glob("*.deb"):
        old.unlink()
    for file in found:
        if file:
            (places.kept / file.name).write_bytes(file.read_bytes())
    return True


def find_package(folder: Path, name: str, version: str) -> Path | None:
    """The file as apt names it, or as it was built."""
    names = {f"{name}_{version.replace(':', '%3a')}", f"{name}_{version}"}
    return next((file for file in sorted(folder.glob("*.deb")) if file.name.rpartition("_")[0] in names), None)


def tell_process(run: Callable[..., str] = run) -> str | None:
    """Which process shows the picture; `None` where there is none. The unit is active once a frame was on the glass."""
    told = run("systemctl", "show", "--property=ActiveState,InvocationID", "vitrine-screen.service")
    state = dict(line.split("=", 1) for line in told.splitlines())
    return state["InvocationID"] if state["ActiveState"] == "active" else None


def says_well(place: Path, within_s: float = LOOK_S) -> bool:
    """What the screen says itself; a broker or an API that is away makes it no worse, for no version is to blame."""
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(within_s)
            line.connect(str(place))
            line.sendall(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")
            answer = read_answer(line, time.monotonic() + within_s)
        return json.loads(answer.partition(b"\r\n\r\n")[2])["well"] is True
    except (OSError, ValueError, KeyError, TypeError):
        return False


def read_answer(line: socket.socket, end: float) -> bytes:
    """All that is said, before `end`. Raises `OSError` where it takes longer, `ValueError` where it is too much."""
    answer = b""
    while len(answer) <= MOST_SAID:
        left = end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        line.settimeout(left)
        part = line.recv(65536)
        if not part:
            return answer
        answer += part
    raise ValueError(MOST_SAID)


def is_well(look: Callable[[], str | None], now: Callable[[], float], wait: Callable[[float], None]) -> bool:
    """Whether one process is seen well for `STEADY_S` before `WITHIN_S` are over; `look` names it, or says `None`."""
    end, since, seen = now() + WITHIN_S, now(), None
    while now() < end:
        process = look()
        if process is None or process != seen:
            since, seen = now(), process
        elif now() - since >= STEADY_S:
            return True
        wait(LOOK_S)
    return False


def can_read(package: Path, outbox: Path) -> bool:
    """Whether the version in this package knows the schema of what waits: no bookmark is given up for a picture.

    A damaged outbox is in no version's way, for each sets it aside and begins another.
    """
    if not outbox.exists():
        return True
    known = sum(1 for name in list_files(package) if _SCHEMA.search(name))
    try:
        with closing(sqlite3.connect(f"file:{outbox}?mode=ro", uri=True)) as database:
            return int(database.execute("PRAGMA user_version").fetchone()[0]) <= known
    except sqlite3.DatabaseError:
        return True


def list_files(package: Path) -> list[str]:
    """What the package holds."""
    command = ["dpkg-deb", "--fsys-tarfile", str(package)]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE) as unpacking,  # noqa: S603 # dpkg's own
        tarfile.open(fileobj=unpacking.stdout, mode="r|") as archive,
    ):
        return archive.getnames()


def go_back(places: Places, bad: str, run: Callable[..., str] = run) -> bool:
    """Install what was kept again, and have apt never offer the bad version again; whether it could be done."""
    kept = sorted(places.kept.glob("*.deb"))
    screen = next((file for file in kept if file.name.startswith("vitrine-kiosk_")), None)
    if screen is None or not can_read(screen, places.outbox):
        return False
    places.refused.write_text(f"Package: {' '.join(PACKAGES)}\nPin: version {bad}\nPin-Priority: -1\n")
    places.going_back.touch()
    try:
        run("dpkg", "--install", "--force-downgrade", "--force-confold", *map(str, kept))
    finally:
        places.going_back.unlink()
    return True


def read_installed(run: Callable[..., str] = run) -> dict[str, str]:
    """The version of each package that is installed."""
    told = run("dpkg-query", "--show", "--showformat=${Package} ${Version}\n", *PACKAGES)
    return dict(line.split() for line in told.splitlines())


def judge(places: Places) -> int:
    """Wait for the verdict and carry it out."""

    def look() -> str | None:
        return tell_process() if says_well(places.health) else None

    if is_well(look, time.monotonic, time.sleep):
        places.trial.unlink(missing_ok=True)
        return commit(places)
    bad = read_installed()["vitrine-kiosk"]
    went = go_back(places, bad)
    places.trial.unlink(missing_ok=True)
    say(
        3, f"{bad} did not become well: " + ("the version before it is back" if went else "there is none to go back to")
    )
    return int(not went)


def commit(places: Places) -> int:
    """What is installed is good."""
    installed = read_installed()
    if keep_packages(places, installed):
        say(6, f"{installed['vitrine-kiosk']} is well, and kept to come back to")
    else:
        say(4, f"{installed['vitrine-kiosk']} is well, but its packages are not at hand to come back to")
    return 0


def say(priority: int, text: str) -> None:
    """For the journal, see sd-daemon(3)."""
    sys.stderr.write(f"<{priority}>{text}\n")


if __name__ == "__main__":
    sys.exit({"commit": commit, "judge": judge}[sys.argv[1]](Places()))
