from pathlib import Path

import pytest

from kiosk.theming.bundle_reader import open_bundle
from kiosk.theming.examine import examine_bundle
from kiosk.theming.finding import Finding, ThemeRefused
from kiosk.theming.package import find_shipped_bundle
from tests.doubles.hostile_themes import make_picture
from tests.doubles.themes import write_theme

OPTIONS = """
[palette]
shade = "@shade"
[meaning]
wash = "shade"
[type]
price = "@size"
[options.size]
type = "number"
title = { de = "Preis" }
default = 120
min = 100
max = 300
[options.shade]
type = "choice"
title = { de = "Farbe" }
default = "sun"
choices = { sun = "#f6b94a", ink = "#231d16" }
"""


def list_findings(folder: Path) -> list[str]:
    findings: list[Finding] = []
    bundle = open_bundle(folder, findings)
    with pytest.raises(ThemeRefused) as refused:
        examine_bundle(bundle, {}, find_shipped_bundle, findings)
    return [str(finding) for finding in refused.value.findings]


def test_what_an_option_does_at_the_ends_of_its_range_is_found_before_a_manager_finds_it(tmp_path: Path) -> None:
    found = list_findings(write_theme(tmp_path / "dusk", OPTIONS))
    assert found[0].startswith("theme.toml: type.price: with the option size at 300.0: is not allowed")
    assert found[1].startswith("theme.toml: meaning.wash_ink: with the option shade at ink: does not read on wash")


def test_a_picture_that_was_cut_off_is_found_though_its_head_is_whole(tmp_path: Path) -> None:
    folder = write_theme(tmp_path / "dusk", "")
    (folder / "still.png").write_bytes(make_picture(640, 360)[:-400])
    assert list_findings(folder) == ["still.png: is a picture that is damaged"]


def test_what_the_screen_would_refuse_is_said_first(tmp_path: Path) -> None:
    assert list_findings(write_theme(tmp_path / "dusk", "[type]\nprice = 1"))[0].startswith("theme.toml: type.price")


def test_a_theme_in_order_is_answered(tmp_path: Path) -> None:
    folder = write_theme(tmp_path / "dusk", '[pictures]\nstill = "still.png"')
    (folder / "still.png").write_bytes(make_picture(640, 360))
    theme = examine_bundle(open_bundle(folder, []), {}, find_shipped_bundle, [])
    assert list(theme.pictures) == ["still"]
