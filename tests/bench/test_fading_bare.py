from pathlib import Path

from kiosk.bench.side import Side
from kiosk.places import find_shipped

PATIENCE_S = 30.0


def test_it_says_frame_after_frame_and_ends_with_its_input() -> None:
    pictures: list[Path] = sorted((find_shipped("assets") / "pictures").glob("*-landscape.webp"))
    with Side("fading_bare", [str(picture) for picture in pictures[:2]]) as bare:
        first, second = bare.hear(PATIENCE_S), bare.hear(PATIENCE_S)

    assert first is not None
    assert second is not None
    assert first.at < second.at
