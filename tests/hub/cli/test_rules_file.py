from pathlib import Path

import pytest

from kiosk.contract.rule import Rules
from kiosk.errors import FileRefused
from kiosk.hub.cli.rules_file import read_rules


def test_rules_are_read_as_audiences_have_them(tmp_path: Path) -> None:
    file = tmp_path / "rules.json"
    file.write_text('{"all": ["coffee"]}')

    assert read_rules(file).all == Rules(all=("coffee",)).all


@pytest.mark.parametrize("content", ["", "[]", '{"every": ["coffee"]}', '{"all": [{"visit": 3}]}', '{"all": "coffee"}'])
def test_what_is_no_rule_is_refused_and_nothing_is_overlooked(tmp_path: Path, content: str) -> None:
    file = tmp_path / "rules.json"
    file.write_text(content)

    with pytest.raises(FileRefused, match="has no rules as audiences have them"):
        read_rules(file)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="cannot be read"):
        read_rules(tmp_path / "none.json")
