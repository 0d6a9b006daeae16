import json
from pathlib import Path

import pytest

from kiosk.cli.main import run_command
from kiosk.loyalty.media import LARGEST
from tests.doubles.pictures import draw_picture
from tests.doubles.videos import GREEN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in (1, 2, 10):
        (tmp_path / f"{number}.png").write_bytes(draw_picture())
    return tmp_path


def check(*words: str | Path) -> int:
    return run_command(["loop", "check", *map(str, words), "--at", "2026-11-23T12:00"])


def test_each_item_of_a_folder_is_told_in_its_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "playlist.toml").write_text('["10.png"]\nweight = 2\n["2.png"]\nuntil = 2026-11-01\n')
    assert check(folder) == 0
    assert capsys.readouterr().out.splitlines() == [
        "plays     1.png: 33 % of the plays, 8 s each",
        "not now   2.png: outside its validity, until 2026-11-02 00:00",
        "plays     10.png: 67 % of the plays, 8 s each",
    ]


def test_what_is_left_out_is_named_and_makes_the_exit_code_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "film.mp4").write_bytes(b"ftyp")
    (folder / "half.jpg").write_bytes(draw_picture("JPEG", (640, 480))[:-200])
    (folder / "huge.png").write_bytes(draw_picture() + bytes(LARGEST["image"]))
    (folder / "inner").mkdir()
    assert check(folder, "--json") == 1
    verdicts = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {verdict["name"]: verdict["words"] for verdict in verdicts if verdict["state"] == "left out"} == {
        "film.mp4": "neither MP4 nor WebM, whatever its name says",
        "half.jpg": "broken, or not copied to its end",
        "huge.png": "more than 20 MB, or 200 MB of a video",
        "inner": "a folder: only files of the folder itself are shown",
    }


def test_a_video_is_tried_and_plays_for_its_own_length(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "film.mp4").write_bytes(GREEN.read_bytes())
    assert check(folder) == 0
    assert "plays     film.mp4: 25 % of the plays, 2 s each" in capsys.readouterr().out.splitlines()


def test_a_list_of_any_name_is_checked_with_the_files_beside_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "spring.smil").write_text("<smil><body><img src='2.png' dur='5s'/></body></smil>")
    assert check(folder / "spring.smil") == 0
    assert capsys.readouterr().out == "plays     2.png: 100 % of the plays, 5 s each\n"


def test_a_misspelt_key_is_named_and_its_picture_plays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "playlist.toml").write_text('["10.png"]\nweights = 2\n')
    assert check(folder) == 1
    assert capsys.readouterr().out.splitlines()[2:] == [
        "plays     10.png: 33 % of the plays, 8 s each",
        "left out  10.png: weights: no such key, did you mean weight?",
    ]


def test_what_is_neither_a_folder_nor_a_list_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(folder / "1.png") == 2
    assert "neither a folder nor a list" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["gone", "gone.smil", "gone/a.smil"])
def test_what_does_not_exist_is_named_whole(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert check(name) == 2
    assert f"{folder / name} does not exist" in capsys.readouterr().err


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_a_folder_of_nothing_says_so(
    tmp_path: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert check(tmp_path / "empty", *words) == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"{tmp_path / 'empty'} holds nothing to play\n")


def test_a_zone_that_is_none_is_refused(folder: Path) -> None:
    with pytest.raises(SystemExit):
        check(folder, "--zone", "Berlin")
