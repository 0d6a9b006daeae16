import argparse
from pathlib import Path

import pytest

from kiosk.cli.theme.options import add_options_argument, read_options
from kiosk.errors import FileRefused


def read(*arguments: str) -> dict[str, object]:
    parser = argparse.ArgumentParser()
    add_options_argument(parser)
    return read_options(parser.parse_args(arguments).options)


def test_without_any_there_are_none() -> None:
    assert read() == {}


def test_a_value_is_a_number_yes_or_no_or_a_text_as_it_stands() -> None:
    given = ("accent=#c8532b", "air=1.5", "quiet=true", 'year="2026"', "claim=a = b")
    expected = {"accent": "#c8532b", "air": 1.5, "quiet": True, "year": "2026", "claim": "a = b"}
    assert read(*(f"--options={one}" for one in given)) == expected


def test_a_file_holds_several_and_what_comes_later_counts(tmp_path: Path) -> None:
    file = tmp_path / "values.json"
    file.write_text('{"accent": "#000000", "air": 2}')
    assert read("--options", str(file), "--options", "accent=#ffffff") == {"accent": "#ffffff", "air": 2}


@pytest.mark.parametrize("content", [None, "[]", "{", ""])
def test_a_file_that_holds_none_is_named(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "values.json").write_text(content)
    with pytest.raises(FileRefused, match=r"values\.json: "):
        read("--options", str(tmp_path / "values.json"))
