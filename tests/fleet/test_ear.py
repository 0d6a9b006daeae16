import json
from dataclasses import dataclass, field

import pytest

from kiosk.core.events import BoardChanged, Event, IdentityAsked, ScreenshotAsked, VisitBegan
from kiosk.core.notice.bulletin import Board, Bulletin, Level
from kiosk.fleet.command import ChooseTheme
from kiosk.fleet.ear import BAD_NOTICE, COMPLAIN_S, REST_S, STANDS_S, Ear, Hands
from kiosk.fleet.inbox import MOST_OF_A_KIND
from kiosk.fleet.messages import AnswerMessage, Reason
from tests.doubles.still_clocks import StillClocks

NOTICE = "kiosk/v1/berlin/notice"
COMMAND = "kiosk/v1/berlin/window-1/command"
FIRE = Bulletin({"": "Raus"}, Level.EMERGENCY)
RAUS = b'{"text": "Raus", "level": "emergency"}'


@dataclass
class House:
    """Rooms that write down what they are told."""

    board: Board = field(default_factory=Board)
    clocks: StillClocks = field(default_factory=StillClocks)
    posted: list[Event] = field(default_factory=list[Event])
    kept: list[Board] = field(default_factory=list[Board])
    reloads: int = 0
    themes: list[str | None] = field(default_factory=list[str | None])

    def __post_init__(self) -> None:
        hands = Hands(self.posted.append, self.kept.append, self.reload, self.dress)
        self.ear = Ear("berlin", "window-1", self.board, hands, self.clocks.as_clocks())

    def reload(self) -> None:
        self.reloads += 1

    def dress(self, choice: ChooseTheme) -> None:
        self.themes.append(choice.theme)

    def hear(self, topic: str, payload: bytes, *, retained: bool = False) -> list[AnswerMessage]:
        """Hear and attend at once, a moment after the time before."""
        self.clocks.now += REST_S
        self.ear.hear(topic, payload, retained=retained)
        return self.ear.attend(self.clocks.now)

    def command(self, do: str, id_: str = "c-1", **more: object) -> list[AnswerMessage]:
        return self.hear(COMMAND, json.dumps({"id": id_, "do": do, **more}).encode())


def test_it_listens_for_the_stores_notice_and_its_own_commands() -> None:
    assert House().ear.topics == (NOTICE, COMMAND)


@pytest.mark.parametrize("retained", [False, True])
def test_the_stores_notice_is_hung_and_kept_and_cleared(*, retained: bool) -> None:
    house = House()
    house.hear(NOTICE, RAUS, retained=retained)
    assert house.posted == [BoardChanged(Board(store=FIRE), heard_at=house.clocks.now)]
    house.hear(NOTICE, b"")
    assert house.kept == [Board(store=FIRE), Board()]


def test_the_same_notice_again_is_no_news() -> None:
    house = House(Board(store=FIRE))
    house.hear(NOTICE, RAUS)
    assert (house.posted, house.kept) == ([], [])


def test_what_the_broker_keeps_no_more_stands_a_while_for_it_may_have_forgotten_and_is_cleared_then() -> None:
    house = House(Board(store=FIRE, own=FIRE))
    house.ear.begin_anew()
    house.ear.note_echo()
    assert house.ear.wait_s(house.clocks.now) == STANDS_S
    house.ear.attend(house.clocks.now + STANDS_S - 1)
    assert house.kept == []
    house.ear.attend(house.clocks.now + STANDS_S)
    assert house.kept == [Board(own=FIRE)]
    assert house.ear.wait_s(house.clocks.now) is None


def test_a_notice_that_is_said_again_to_a_broker_that_forgot_it_never_left() -> None:
    house = House(Board(store=FIRE))
    house.ear.begin_anew()
    house.ear.note_echo()
    house.hear(NOTICE, RAUS)
    house.ear.note_echo()
    house.ear.attend(house.clocks.now + STANDS_S)
    assert (house.posted, house.kept) == ([], [])


def test_each_new_line_has_as_long_to_bring_the_notice_back() -> None:
    house = House(Board(store=FIRE))
    house.ear.note_echo()
    house.ear.begin_anew()
    house.ear.attend(house.clocks.now + STANDS_S)
    assert house.kept == []


def test_what_the_broker_still_keeps_stays() -> None:
    house = House(Board(store=FIRE))
    house.ear.begin_anew()
    house.hear(NOTICE, RAUS, retained=True)
    house.ear.note_echo()
    house.ear.attend(house.clocks.now + STANDS_S)
    assert house.kept == []


def test_a_flood_is_looked_at_now_and_then_and_its_last_word_counts() -> None:
    house = House()
    for number in range(1_000):
        house.clocks.now = 10 + number / 1_000
        house.ear.hear(NOTICE, json.dumps({"text": f"No. {number}"}).encode(), retained=False)
        house.ear.attend(house.clocks.now)
    assert house.ear.wait_s(house.clocks.now) == pytest.approx(REST_S, abs=REST_S)
    house.ear.attend(house.clocks.now + REST_S)
    assert len(house.kept) == len(house.posted) <= 6
    assert house.kept[-1] == Board(store=Bulletin({"": "No. 999"}))
    assert house.ear.wait_s(house.clocks.now) is None


@pytest.mark.allow_log("a notice could not be read and was dropped")
def test_what_is_no_notice_leaves_the_one_before_and_is_a_fault_until_a_good_one(
    caplog: pytest.LogCaptureFixture,
) -> None:
    house = House(Board(store=FIRE))
    for _ in range(5):
        house.hear(NOTICE, b"evacuate the shop")
    assert (house.ear.fault, house.kept) == (BAD_NOTICE, [])
    house.hear(NOTICE, RAUS)
    assert house.ear.fault is None
    assert len(caplog.records) == 1, "once a minute"
    assert "evacuate" not in caplog.text
    house.clocks.now += COMPLAIN_S
    house.hear(NOTICE, b"evacuate the shop")
    assert len(caplog.records) == 2


def test_a_notice_by_command_is_this_screens_own() -> None:
    house = House(Board(store=FIRE))
    assert house.command("notice", text="Nass", level="info") == [AnswerMessage("c-1")]
    board = Board(store=FIRE, own=Bulletin({"": "Nass"}, Level.INFO))
    assert house.posted == [BoardChanged(board, house.clocks.now, "c-1")]
    assert house.command("clear_notice", "c-2") == [AnswerMessage("c-2")]
    assert house.kept == [board, Board(store=FIRE)]


@pytest.mark.parametrize(("do", "event"), [("identify", IdentityAsked()), ("greet", VisitBegan())])
def test_whom_to_identify_and_to_greet_goes_to_the_core(do: str, event: Event) -> None:
    house = House()
    assert house.command(do) == [AnswerMessage("c-1")]
    assert house.posted == [event]


def test_a_screenshot_is_answered_by_who_takes_it() -> None:
    house = House()
    assert house.command("screenshot") == []
    assert house.posted == [ScreenshotAsked("c-1")]


def test_reload_asks_for_offers_now() -> None:
    house = House()
    assert house.command("reload") == [AnswerMessage("c-1")]
    assert house.reloads == 1


def test_a_theme_is_answered_by_who_puts_it_on() -> None:
    house = House()
    assert house.command("theme", theme="night") == []
    assert house.themes == ["night"]


def test_a_command_is_carried_out_once() -> None:
    house = House()
    house.command("reload")
    assert house.command("reload") == [AnswerMessage("c-1", Reason.DUPLICATE)]
    assert house.reloads == 1


@pytest.mark.allow_log("a command could not be read and was dropped")
def test_a_command_without_an_id_is_dropped() -> None:
    house = House()
    assert house.hear(COMMAND, b'{"do": "reload"}') == []
    assert house.reloads == 0


def test_a_kept_command_is_refused() -> None:
    house = House()
    answers = house.hear(COMMAND, b'{"id": "c-1", "do": "reload"}', retained=True)
    assert answers == [AnswerMessage("c-1", Reason.RETAINED)]


def test_a_flood_of_commands_piles_up_no_higher_than_the_latest() -> None:
    house = House()
    for number in range(1_000):
        house.ear.hear(COMMAND, json.dumps({"id": f"c-{number}", "do": "reload"}).encode(), retained=False)
    answers = house.ear.attend(house.clocks.now)
    assert len(answers) == MOST_OF_A_KIND
    assert answers[-1] == AnswerMessage("c-999")


@pytest.mark.allow_log("a command could not be read")
def test_a_flood_of_commands_costs_no_notice_and_no_withdrawal() -> None:
    house = House(Board(own=FIRE))
    house.ear.hear(COMMAND, b'{"id": "m-1", "do": "clear_notice"}', retained=False)
    for number in range(1_000):
        house.ear.hear(COMMAND, json.dumps({"id": f"c-{number}", "do": "identify"}).encode(), retained=False)
        house.ear.hear(COMMAND, b"rubbish", retained=False)
    answers = house.ear.attend(house.clocks.now)
    assert house.kept == [Board()]
    assert AnswerMessage("m-1") in answers
    assert len(answers) == MOST_OF_A_KIND + 1


class FullShelf(list[str | None]):
    """Nobody foresaw that it could be full."""

    def append(self, _theme: str | None, /) -> None:
        raise RuntimeError


class SlowHouse(House):
    """While it puts on a theme, the store says its notice."""

    def dress(self, choice: ChooseTheme) -> None:
        assert len(self.kept) == len(self.themes)
        self.ear.hear(NOTICE, json.dumps({"text": f"No. {len(self.themes)}"}).encode(), retained=False)
        super().dress(choice)


def test_a_notice_waits_for_one_slow_command_at_most() -> None:
    house = SlowHouse()
    for number in range(3):
        command = {"id": f"c-{number}", "do": "theme", "theme": "night"}
        house.ear.hear(COMMAND, json.dumps(command).encode(), retained=False)
    house.ear.attend(house.clocks.now)
    assert house.kept[-1] == Board(store=Bulletin({"": "No. 2"}))


def test_of_several_commands_one_that_fails_costs_no_other() -> None:
    house = House()
    house.ear.hear(COMMAND, b'{"id": "c-1", "do": "theme", "theme": null}', retained=False)
    house.ear.hear(COMMAND, b'{"id": "c-2", "do": "reload"}', retained=False)
    house.themes = FullShelf()
    with pytest.raises(RuntimeError):
        house.ear.attend(house.clocks.now)
    assert house.ear.attend(house.clocks.now + REST_S) == [AnswerMessage("c-2")]
