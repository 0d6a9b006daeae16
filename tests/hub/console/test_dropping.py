"""Files come in by drag and drop, in a real Chromium: where they are wanted, and nowhere else."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.doubles.pictures import draw_picture


def drop(page: Page, target: str, *files: Path) -> None:
    """Drag these files from another window to the middle of that place, and let them go."""
    place = page.locator(target).first
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box
    mouse = page.context.new_cdp_session(page)
    held = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
    at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2, "data": held}
    for kind in ("dragEnter", "dragOver", "drop"):
        mouse.send("Input.dispatchDragEvent", {"type": kind, **at})  # pyright: ignore[reportUnknownMemberType] # as Playwright types it


def test_files_are_dropped_into_the_loop_and_those_that_miss_it_change_nothing(page: Page, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("Herbst.png", "Winter.png")]
    for file, colour in zip(files, ("orange", "navy"), strict=True):
        file.write_bytes(draw_picture(size=(160, 90), colour=colour))
    page.goto("/console/loop")
    drop(page, "h1", *files)
    expect(page.get_by_role("heading", level=1, name="Schleife")).to_be_visible()
    expect(page.get_by_label("Bilder und Videos")).to_have_value("")

    drop(page, ".drop button", *files)
    page.locator(".drop button").click()
    expect(page.locator(".loop li").last).to_contain_text("Winter")
    expect(page.locator(".loop")).to_contain_text("Herbst")


def test_of_files_that_are_dropped_where_one_is_wanted_the_first_is_taken(page: Page, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.png", "b.png")]
    for file in files:
        file.write_bytes(draw_picture(size=(160, 90)))
    page.goto("/console/offers/o-mug/pictures")
    drop(page, ".side.portrait .frame", *files)

    expect(page.locator("#portrait")).to_have_value(re.compile(r"a\.png$"))
    expect(page.locator("#landscape")).to_have_value("")
