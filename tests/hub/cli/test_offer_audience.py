from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.contract.offer import Audience
from kiosk.contract.rule import Condition, Visits
from kiosk.hub.cli.offer import add_offer_commands
from kiosk.hub.cli.offer_change import OfferNotFound, PlanRefused
from kiosk.hub.context import Hub
from kiosk.hub.models.catalogue.offer import Offer
from tests.hub.regulars import add_regulars
from tests.hub.terminal import type_command

Run = Callable[..., str]


@pytest.fixture
def run(hub: Hub, capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command to this hub's database; what it said."""

    def run(*words: str) -> str:
        assert type_command(add_offer_commands, hub.settings.database, "offer", "audience", *words) == 0
        return capsys.readouterr().out

    return run


def _write(folder: Path, rules: str) -> str:
    file = folder / "rules.json"
    file.write_text(rules)
    return str(file)


def test_groups_in_groups_come_from_a_file_and_it_is_said_whom_they_reach(run: Run, hub: Hub, tmp_path: Path) -> None:
    add_regulars(hub, 6, "tea")
    file = _write(tmp_path, '{"all": [{"any": ["tea", {"visits": {"at_least": 9}}]}]}')
    said = run("o-mug", file)
    with hub.database.read() as session:
        offer = session.get_one(Offer, "o-mug")

    assert said == "o-mug reaches about 5 of about 5 members now whom screens may recognise.\n"
    assert offer.audience == Audience(all=(Condition(any=("tea", Condition(visits=Visits(9)))),))
    assert offer.version == 2


def test_few_are_not_counted_and_without_a_file_it_is_for_everybody(run: Run, tmp_path: Path) -> None:
    assert "reaches fewer than 5 members" in run("o-mug", _write(tmp_path, '{"all": ["tea"]}'))
    assert run("o-mug") == "o-mug is for everybody.\n"


def test_what_no_screen_knows_is_refused_with_what_to_do(run: Run, hub: Hub, tmp_path: Path) -> None:
    file = _write(tmp_path, '{"all": [{"none": [{"trait": {"name": "spent", "at_least": 1}}]}]}')

    with pytest.raises(PlanRefused, match="make a segment of it"):
        run("o-mug", file)
    with hub.database.read() as session:
        assert session.get_one(Offer, "o-mug").version == 1


def test_an_offer_that_there_is_not_is_for_nobody(run: Run) -> None:
    with pytest.raises(OfferNotFound):
        run("o-none")
