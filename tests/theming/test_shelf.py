import shutil
from pathlib import Path

import pytest

from kiosk import settings
from kiosk.errors import FileRefused
from kiosk.places import find_shipped
from kiosk.theming.bundle_reader import open_bundle
from kiosk.theming.keys import make_key, read_private_key
from kiosk.theming.packing import pack_bundle
from kiosk.theming.shelf import Shelf, find_theme, locate_theme
from kiosk.theming.signature import FILE, sign_bundle
from tests.doubles.themes import write_theme


def test_without_any_wish_the_built_in_theme_is_found() -> None:
    found = find_theme(settings.Theme())
    assert (found.theme.name, found.refusal) == ("daylight", None)


def test_a_theme_of_the_stores_own_folder_comes_before_a_shipped_one(tmp_path: Path) -> None:
    shutil.copytree(find_shipped("themes") / "daylight", tmp_path / "daylight")
    words = tmp_path / "daylight" / "words.de.toml"
    words.write_text(words.read_text().replace("Für Sie gemerkt", "Für dich gemerkt"))
    found = find_theme(settings.Theme(dir=tmp_path))
    assert found.theme.speak("de").saved == "Für dich gemerkt"


def test_an_archive_stands_on_the_shelf_like_a_folder(tmp_path: Path) -> None:
    folder = write_theme(tmp_path / "elsewhere" / "dusk", "[type]\nprice = 140")
    (tmp_path / "dusk.zip").write_bytes(pack_bundle(open_bundle(folder, [])))
    shelf = Shelf(tmp_path)
    assert shelf.read("dusk").tokens.price == 140
    assert {"daylight", "dusk"} <= set(shelf.list_names())


def test_a_theme_extends_another_of_the_shelf_and_none_beside_it(tmp_path: Path) -> None:
    write_theme(tmp_path / "dusk", "[type]\nprice = 140")
    night = write_theme(tmp_path / "night", "").joinpath("theme.toml")
    night.write_text(night.read_text().replace("daylight", "dusk"))
    assert Shelf(tmp_path).read("night").tokens.price == 140
    night.write_text(night.read_text().replace('"dusk"', '"../dusk"'))
    with pytest.raises(FileRefused, match="extends: is not allowed"):
        Shelf(tmp_path).read("night")


def test_the_settings_say_what_a_manager_adjusted(tmp_path: Path) -> None:
    write_theme(
        tmp_path / "dusk",
        '[type]\nprice = "@p"\n[options.p]\ntype = "number"\ntitle = { de = "P" }\ndefault = 120\nmin = 100\nmax = 140',
    )
    found = find_theme(settings.Theme("dusk", tmp_path, {"p": 130.0}))
    assert (found.theme.tokens.price, found.refusal) == (130, None)
    refused = find_theme(settings.Theme("dusk", tmp_path, {"p": 150.0}))
    assert refused.theme.name == "daylight"
    why = "the value is not allowed; allowed is a number from 100 up to 140"
    assert refused.refusal == f"dusk/theme.toml: options.p: {why}"


def test_a_mere_name_is_looked_for_here_and_then_on_the_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert locate_theme(Path("market"), None) == find_shipped("themes") / "market"
    own = write_theme(tmp_path / "own" / "market", "")
    assert locate_theme(Path("market"), tmp_path / "own") == own
    here = write_theme(tmp_path / "market", "")
    assert locate_theme(Path("market"), tmp_path / "own") == here
    assert locate_theme(Path("no/market"), None) == tmp_path / "no" / "market"
    with pytest.raises(FileRefused, match="bazaar: no such theme"):
        locate_theme(Path("bazaar"), None)


@pytest.mark.parametrize("content", ["", "title = 3", "\0"])
def test_a_broken_theme_is_named_and_the_built_in_one_stays(tmp_path: Path, content: str) -> None:
    (tmp_path / "dusk").mkdir()
    (tmp_path / "dusk" / "theme.toml").write_text(content)
    found = find_theme(settings.Theme(name="dusk", dir=tmp_path))
    assert found.theme.name == "daylight"
    assert found.refusal is not None
    assert found.refusal.startswith("dusk/theme.toml: ")


@pytest.mark.parametrize("folder", [None, Path("/nowhere")])
def test_a_theme_that_is_nowhere_is_named_and_the_built_in_one_stays(folder: Path | None) -> None:
    found = find_theme(settings.Theme(name="dusk", dir=folder))
    assert (found.theme.name, found.refusal) == ("daylight", "dusk: no such theme")


def test_where_signers_are_set_only_what_they_signed_is_taken(tmp_path: Path) -> None:
    public, folder = make_key(tmp_path / "shop.key"), write_theme(tmp_path / "shelf" / "dusk", "")
    wanted = settings.Theme("dusk", folder.parent, {}, (public,))
    assert "is not signed" in str(find_theme(wanted).refusal)
    signature = sign_bundle(open_bundle(folder, []), read_private_key(tmp_path / "shop.key"))
    (folder / FILE).write_text(signature)
    assert find_theme(wanted).refusal is None
    (folder / "more.txt").touch()
    assert find_theme(wanted).refusal == "dusk/more.txt: was added after the theme was signed"


def test_what_ships_with_the_program_needs_no_signature(tmp_path: Path) -> None:
    assert find_theme(settings.Theme(signers=(make_key(tmp_path / "shop.key"),))).refusal is None


def test_whoever_extends_a_theme_that_nobody_signed_is_refused_though_signed_herself(tmp_path: Path) -> None:
    public, night = make_key(tmp_path / "shop.key"), write_theme(tmp_path / "shelf" / "night", "")
    write_theme(tmp_path / "shelf" / "dusk", "")
    (night / "theme.toml").write_text((night / "theme.toml").read_text().replace("daylight", "dusk"))
    (night / FILE).write_text(sign_bundle(open_bundle(night, []), read_private_key(tmp_path / "shop.key")))
    found = find_theme(settings.Theme("night", night.parent, {}, (public,)))
    assert str(found.refusal).startswith("night/theme.toml: extends: dusk: is not signed")
