from pathlib import Path

import msgspec
import pytest

from kiosk.hub import sample
from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.programme import Programme, ProgrammeRefused, parse_programme, read_programme
from kiosk.hub.models.benefits.programme import set_programme
from kiosk.hub.sample.shop import STORE
from tests.hub.running import NOW

SAMPLE = Path(sample.__file__).parent / "benefits.toml"


def test_the_sample_shops_programme_is_read_and_kept_as_it_is_written(hub: Hub) -> None:
    programme = parse_programme(SAMPLE.read_text())
    with hub.database.read() as session:
        assert read_programme(session, STORE) == programme

    assert [rule.on for rule in programme.earn].count("purchase") == 2
    assert programme.social.like is False


def test_a_store_without_a_programme_gives_nothing(hub: Hub) -> None:
    with hub.database.read() as session:
        assert read_programme(session, "elsewhere") == Programme()


def test_the_last_programme_alone_holds(hub: Hub) -> None:
    with hub.database.write() as session:
        set_programme(session, STORE, msgspec.to_builtins(Programme()), NOW)
    with hub.database.read() as session:
        assert read_programme(session, STORE) == Programme()


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("earn = ", "end of document"),
        ("[social]\nlike = true", "like stays off: Meta's platform policy"),
        ("[social]\npost = true", "post stays off: Meta's platform policy"),
        ("[stamps]\ndepartments = 1\namount = 1", r"departments"),
        ("[stamps]\ndepartments = 3\namount = 0", "a full card gives something"),
        ("[stamps]\ndepartments = 3\namount = nan", "a full card gives something"),
        ("[coupons]\ndays = 0", "coupons.days"),
        ("[other]", "unknown field"),
        ('[[earn]]\nname="a"\non="login"\nunit="points"\namount=1\n' * 2, "a name of its own"),
        ('[[earn]]\nname="a"\non="login"\nunit="points"\namount=1\nrate=1', r"earn\[0\]"),
        ('[[pay]]\nunit="points"\nworth=0.01\n' * 2, "one worth in a currency"),
        ('[[pay]]\nunit="points"\nworth=0', r"pay\[0\]"),
    ],
)
def test_a_file_that_states_no_programme_is_refused_with_place_and_reason(text: str, phrase: str) -> None:
    with pytest.raises(ProgrammeRefused, match=phrase):
        parse_programme(text)
