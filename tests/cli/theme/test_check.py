import sys
from pathlib import Path

import pytest

from kiosk.cli.main import run_command
from tests.doubles.themes import ACCENT, write_theme


def test_a_theme_in_order_is_said_to_be_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_theme(tmp_path / "dusk", ACCENT)
    assert run_command(["theme", "check", str(folder)]) == 0
    assert capsys.readouterr().out == "dusk: all is well (Dusk; options: sun, round, bar, ticker, accent)\n"


def test_a_shipped_theme_is_checked_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["theme", "check", "market"]) == 0
    assert capsys.readouterr().out.startswith("market: all is well")


def test_all_that_is_wrong_is_printed_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_theme(tmp_path / "dusk", "[type]\nprice = 12\n[layout]\narrangement = 'upside down'")
    (folder / "run.js").touch()
    assert run_command(["theme", "check", str(folder)]) == 1
    assert [line.partition(": is not")[0] for line in capsys.readouterr().out.splitlines()] == [
        "dusk/run.js: only .jpeg, .jpg, .md, .otf, .png, .toml, .ttf, .txt, .webp may lie in a theme",
        "dusk/theme.toml: type.price",
        "dusk/theme.toml: layout.arrangement",
    ]


def test_it_is_looked_at_as_given_options_would_have_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, options = write_theme(tmp_path / "dusk", ACCENT), tmp_path / "options.json"
    options.write_text('{"accent": "#fff0e0"}')
    assert run_command(["theme", "check", str(folder), "--options", str(options)]) == 1
    assert "meaning.pulse: does not read on hint" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["[]", "{", '{"accent": NaN}'])
def test_options_that_are_no_object_are_refused(
    tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, options = write_theme(tmp_path / "dusk", ACCENT), tmp_path / "options.json"
    options.write_text(content)
    assert run_command(["theme", "check", str(folder), "--options", str(options)]) == 2
    assert "options.json: is no JSON object" in capsys.readouterr().err


def test_a_theme_or_a_file_of_options_that_is_not_there_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["theme", "check", str(tmp_path / "nowhere")]) == 2
    assert run_command(["theme", "check", str(tmp_path), "--options", str(tmp_path / "none.json")]) == 2
    assert "No such file" in capsys.readouterr().err


def test_without_what_reads_fonts_it_says_that_nothing_was_checked_and_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "kiosk.theming.examine", None)
    assert run_command(["theme", "check", str(write_theme(tmp_path / "dusk", ""))]) == 2
    said = capsys.readouterr().err
    assert "nothing was checked, for signatures and fonts cannot be read here" in said
    assert "vitrine-kiosk[themes]" in said
