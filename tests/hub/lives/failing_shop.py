"""A shop whose hub may lose its power amid any request, and begins anew with what lies on disk."""

import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import TypeAlias

import requests
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from kiosk.hub.context import Hub
from kiosk.hub.database import open_database
from kiosk.hub.rate_limiter import Pace, RateLimiter
from kiosk.hub.settings import HubSettings
from tests.hub.lives.power import ANSWER_LOST, Cut, Moment, Power
from tests.hub.running import DEADLINE_S, Dial, HubServer

Ask: TypeAlias = Callable[[], requests.Response]
_FILE = "hub.sqlite3"
_NO_PACE = Pace(1_000_000, 1)


class FailingShop:
    """The hub that `server` serves, begun with the database of `stage`; what it leaves lies in `folder`.

    `cuts` counts at which moments its power failed, in all of its lives; `passed` those of what was done last.
    """

    def __init__(self, server: HubServer, stage: Path, folder: Path) -> None:
        self.dial = Dial()
        self.hub: Hub
        self.cuts = Counter[Moment]()
        self.passed = Counter[Moment]()
        self._server = server
        self._stage = stage
        self._folder = folder
        self._numbers = count()
        self._wire = requests.Session()
        self._pool = ThreadPoolExecutor(2)

    @property
    def url(self) -> str:
        """Where the hub is reached, whichever it is by now."""
        return self._server.url

    def begin(self) -> None:
        """Be as new."""
        self.dial = Dial()
        self._lay_out(self._stage / _FILE)
        self._open()

    def end(self) -> None:
        """Close the hub."""
        self.hub.database.close()

    def do(self, *asks: Ask, cut: Cut | None) -> list[requests.Response | None]:
        """Ask all this at once; the answers, `None` for those that a power cut kept from coming."""
        self._power.plan(cut)
        answers = list(self._pool.map(_call, asks))
        if cut == ANSWER_LOST:
            self._power.cut()
        self.passed = +self._power.passed
        self._power.plan(None)
        if not self._note(cut):
            assert [answer.status_code for answer in answers if answer.status_code >= 500] == []
            return list(answers)
        self._begin_anew()
        return [None if cut == ANSWER_LOST or answer.status_code >= 500 else answer for answer in answers]

    def run(self, *steps: Callable[[], object], cut: Cut | None) -> bool:
        """Do all this at once within the hub; False: the power failed amid it."""
        self._power.plan(cut)
        list(self._pool.map(self._step, steps))
        if cut == ANSWER_LOST:
            self._power.cut()
        self.passed = +self._power.passed
        self._power.plan(None)
        if self._note(cut):
            self._begin_anew()
            return False
        return True

    def reach(self, moment: Moment) -> None:
        """What is done within the hub has come to this moment beside its database."""
        self._power.reach(moment)

    def _note(self, cut: Cut | None) -> bool:
        """Whether the power failed, counted by the moment that was meant."""
        if cut is not None and self._power.is_gone:
            self.cuts[cut.moment] += 1
        return self._power.is_gone

    def _step(self, step: Callable[[], object]) -> None:
        try:
            step()
        except DBAPIError:
            if not self._power.is_gone:
                raise

    def call(self, method: str, path: str, token: str, body: object = None, **headers: str) -> Ask:
        """What a machine with this token asks."""
        signed = {"Authorization": f"Bearer {token}", **headers}
        return lambda: self._wire.request(method, self.url + path, json=body, headers=signed, timeout=DEADLINE_S)

    def send(self, browser: requests.Session, path: str, fields: Mapping[str, object]) -> Ask:
        """A form that somebody sends; where it leads to is not looked at."""
        return lambda: browser.post(self.url + path, fields, allow_redirects=False, timeout=DEADLINE_S)

    def _lay_out(self, file: Path) -> None:
        self._at = self._folder / str(next(self._numbers))
        self._at.mkdir()
        for suffix in ("", "-wal"):
            source = file.with_name(file.name + suffix)
            if source.exists():
                shutil.copyfile(source, self._at / source.name)

    def _open(self) -> None:
        settings = HubSettings(f"sqlite:///{self._at / _FILE}", self._stage / "media")
        limiter = RateLimiter(_NO_PACE)
        database = open_database(settings.database)
        self.hub = Hub(settings, database, self.dial.read, phones=limiter, deeds=limiter)
        self._server.serve(self.hub)
        file = self._at / _FILE
        with database.read() as session:
            engine = session.get_bind()
        assert isinstance(engine, Engine)
        self._power = Power(engine, lambda: self._lay_out(file))

    def _begin_anew(self) -> None:
        self.end()
        self._open()


def _call(ask: Ask) -> requests.Response:
    return ask()
