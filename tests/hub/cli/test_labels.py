from collections.abc import Callable

import pytest

from kiosk.hub.cli.labels import LabelUnknown, add_label_commands
from kiosk.hub.context import Hub
from kiosk.hub.domain.labels.roster import ArticleUnknown
from kiosk.hub.models.store.shelf_label import ShelfLabel, list_shelf_labels
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW
from tests.hub.terminal import type_command

MAC = "00000197E5CB3B38"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command to this hub's database; what it ended with, and what it said."""

    def run(*words: str) -> tuple[int, str]:
        code = type_command(add_label_commands, hub.settings.database, "labels", *words)
        return code, capsys.readouterr().out

    return run


def list_labels(hub: Hub) -> list[ShelfLabel]:
    with hub.database.read() as session:
        return list_shelf_labels(session, STORE)


def test_a_label_shows_an_article_from_now_on_by_whatever_form_of_its_address(run: Run, hub: Hub) -> None:
    assert run("assign", "01:97:e5:cb:3b:38", "4012345000016") == (
        0,
        f"{MAC} shows Steinzeugbecher from now on.\n",
    )
    assert [(label.mac, label.code) for label in list_labels(hub)] == [(MAC, "04012345000016")]


def test_what_is_no_address_and_what_is_no_article_is_refused(run: Run, hub: Hub) -> None:
    with pytest.raises(SystemExit):
        run("assign", "label-1", "4012345000016")
    with pytest.raises(ArticleUnknown):
        run("assign", MAC, "4006381333931")
    assert list_labels(hub) == []


def test_the_list_says_what_each_label_needs_and_fails_while_one_needs_somebody(run: Run, hub: Hub) -> None:
    assert run("list") == (0, "Labels: 0. In need of somebody: 0.\n")
    run("assign", MAC, "4012345000016")
    code, said = run("list")
    assert code == 1
    assert "Steinzeugbecher: no access point knows it: is it on, and does" in said

    with hub.database.write() as session:
        label = session.get_one(ShelfLabel, MAC)
        label.told_at, label.battery_mv, label.tries, label.reason = NOW, 2300, 1, "mac not found"
    _, said = run("list")
    assert "is not taken a picture for (mac not found); its battery is low (2300 mV)" in said
    assert said.endswith("Labels: 1. In need of somebody: 1.\n")


def test_a_picture_is_sent_again_and_a_label_is_taken_off(run: Run, hub: Hub) -> None:
    run("assign", MAC, "4012345000016")
    with hub.database.write() as session:
        label = session.get_one(ShelfLabel, MAC)
        label.sent, label.compared_at = "a", NOW
    run("again", MAC)
    assert [(label.sent, label.compared_at) for label in list_labels(hub)] == [(None, None)]

    run("remove", MAC)
    assert list_labels(hub) == []
    for verb in ("again", "remove"):
        with pytest.raises(LabelUnknown):
            run(verb, MAC)
