from dataclasses import dataclass

import pytest

from kiosk.app.start_all import start_all
from kiosk.app.watch.watched import Watched


@dataclass
class Room:
    name: str
    diary: list[str]
    can_start: bool = True
    workers: tuple[Watched, ...] = ()

    def start(self) -> None:
        if not self.can_start:
            raise RuntimeError(self.name)
        self.diary.append(f"{self.name} starts")

    def stop(self) -> None:
        self.diary.append(f"{self.name} stops")


def test_they_are_started_in_their_order_and_stopped_in_the_other() -> None:
    diary: list[str] = []
    start_all([Room("disk", diary), Room("reader", diary)]).close()
    assert diary == ["disk starts", "reader starts", "reader stops", "disk stops"]


def test_where_one_cannot_start_those_before_it_are_stopped_and_those_after_it_never_start() -> None:
    diary: list[str] = []
    with pytest.raises(RuntimeError, match="line"):
        start_all([Room("disk", diary), Room("line", diary, can_start=False), Room("reader", diary)])
    assert diary == ["disk starts", "disk stops"]
