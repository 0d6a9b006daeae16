from pathlib import Path

import pytest

from kiosk.hub.themes.queue import ShelfClosed
from kiosk.hub.themes.shelf import Clash, Look, ThemeShelf
from kiosk.places import find_shipped
from kiosk.screen.gallery.samples import SAMPLES, SampleShop
from tests.doubles.themes import ACCENT, write_theme


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> ThemeShelf:
    """The shipped themes, one of the store's own, and one that is broken."""
    folder = tmp_path_factory.mktemp("themes")
    write_theme(folder / "dusk", ACCENT)
    write_theme(folder / "broken", "[type]\nprice = 12")
    return ThemeShelf(folder)


def test_the_real_program_lists_its_themes_with_their_options(shelf: ThemeShelf) -> None:
    themes = {theme.name: theme for theme in shelf.list_themes()}

    assert {"daylight", "market", "night", "salon", "contrast", "dusk"} <= themes.keys()
    assert themes["dusk"].options["accent"].type == "colour"
    assert "type.price" in str(themes["broken"].refusal)


def test_the_real_program_says_what_cannot_be_read(shelf: ThemeShelf) -> None:
    assert shelf.judge("dusk", {"accent": "#c8532b"}) == ()
    clash = shelf.judge("dusk", {"accent": "#fff0e0"})[0].clash
    assert isinstance(clash, Clash)
    assert (clash.ink, clash.ground) == ("pulse", "hint")
    assert shelf.judge("dusk", {"accent": "pink"})[0].place == "theme.toml: options.accent"


def test_the_real_screen_draws_it_and_each_once(shelf: ThemeShelf) -> None:
    pictures = shelf.draw("dusk", {"accent": "#c8532b"}, "de")

    assert set(pictures) == {"offer-landscape", "kept-landscape", "offer-portrait"}
    assert all((picture[:4], picture[8:12]) == (b"RIFF", b"WEBP") for picture in pictures.values())
    assert shelf.draw("dusk", {"accent": "#c8532b"}, "de") is pictures
    assert shelf.draw("dusk", {"accent": "#fff0e0"}, "de") == {}


def test_the_real_screen_draws_a_notice_both_ways(shelf: ThemeShelf) -> None:
    order = shelf.order_notice(("Kasse 3 öffnet", "Till 3 is opening"), "info")
    pictures = shelf.deliver(order)

    assert set(pictures) == {"notice-landscape", "notice-portrait"}
    assert shelf.order_notice(("Kasse 3 öffnet", "Till 3 is opening"), "info") == order
    assert shelf.deliver(order) is pictures


def test_the_real_screen_draws_an_offer_in_the_look_and_the_language_that_are_asked_for(shelf: ThemeShelf) -> None:
    mug, media = SampleShop().make_offer(SAMPLES[0]), find_shipped("assets") / "pictures"
    looks = [Look(), Look("dusk", {"accent": "#0a7a41"}), Look("market"), Look("nowhere")]
    drawn = [shelf.deliver(shelf.order_offer(mug, "de", look, media)) for look in looks]

    assert all(set(pictures) == {"offer-landscape", "offer-portrait"} for pictures in drawn)
    plain, dusk, market, nowhere = (hash(pictures["offer-landscape"]) for pictures in drawn)
    assert len({plain, dusk, market}) == 3
    assert nowhere == plain, "as a screen does"
    assert hash(shelf.deliver(shelf.order_offer(mug, "en", Look(), media))["offer-landscape"]) != plain


def test_what_nobody_ordered_is_not_delivered(shelf: ThemeShelf) -> None:
    assert shelf.deliver("0" * 64) == {}


def test_what_the_program_does_not_know_it_does_not_try(shelf: ThemeShelf, tmp_path: Path) -> None:
    with pytest.raises(ShelfClosed):
        shelf.judge("nowhere", {})
    with pytest.raises(ShelfClosed):
        ThemeShelf(tmp_path).judge("dusk", {})


def test_a_link_that_leads_nowhere_costs_its_own_theme_and_no_other(tmp_path: Path) -> None:
    write_theme(tmp_path / "dusk", ACCENT)
    (tmp_path / "dusk" / "notes.txt").symlink_to(tmp_path / "gone")
    themes = {theme.name: theme for theme in ThemeShelf(tmp_path).list_themes()}

    assert "links" in str(themes["dusk"].refusal)
    assert themes["market"].refusal is None


def test_a_screen_is_given_what_does_not_ship_with_the_program(shelf: ThemeShelf) -> None:
    packages = shelf.pack("dusk", {"accent": "#c8532b"})

    assert {name: content[:2] for name, content in packages.items()} == {"dusk": b"PK"}
    assert shelf.pack("dusk", {}) == packages
    assert shelf.pack("market", {}) == {}
