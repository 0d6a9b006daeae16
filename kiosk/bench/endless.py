"""A loop that never rests: each picture fades into the next as soon as it stands."""

import shutil
from pathlib import Path

import msgspec
from msgspec import Struct

from kiosk.bench.stock import STORE, Stock, shelve
from kiosk.contract.offer import MediaRef
from kiosk.contract.playlist import Item
from kiosk.loyalty.last_good import LastGood
from kiosk.places import find_shipped

FADE_S = 1.0
"""The shortest time that an item of the loop may stay; the theme's crossfade takes all of it."""

_THEME = "daylight"


class Endless(Struct, frozen=True):
    """`settings` for the real screen, and the `pictures` of the loop for the bare program."""

    settings: list[str]
    pictures: list[str]


def make_endless(stock: Stock, folder: Path, video: Path | None = None) -> Endless:
    """Give the stock a loop of all its pictures, each with a video after it, and the theme a crossfade to fill it."""
    media = stock.state / "media"
    refs = [MediaRef(file.name, file.name, file.stat().st_size) for file in sorted(media.iterdir())]
    film = shelve(video, media) if video else None
    items: list[Item] = []
    for number, ref in enumerate(refs):
        items.append(Item(f"picture-{number}", "image", media=ref, seconds=FADE_S))
        if film:
            items.append(Item(f"video-{number}", "video", media=film, seconds=FADE_S))
    catalogue = {"store": STORE, "offers": [], "playlist": items}
    LastGood(stock.state, STORE).save_catalogue(msgspec.json.encode(catalogue), None)
    theme = folder / _THEME
    shutil.copytree(find_shipped("themes") / _THEME, theme)
    manifest = theme / "theme.toml"
    lines = manifest.read_text(encoding="utf-8").splitlines()
    fade = f"crossfade_ms = {round(FADE_S * 1000)}"
    manifest.write_text(
        "\n".join(fade if line.startswith("crossfade_ms") else line for line in lines), encoding="utf-8"
    )
    return Endless([*stock.list_settings(), f"theme.dir={folder}"], [str(media / ref.sha256) for ref in refs])
