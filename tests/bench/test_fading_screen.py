from pathlib import Path

from kiosk.bench.endless import make_endless
from kiosk.bench.side import Side
from kiosk.bench.stock import make_stock

PATIENCE_S = 30.0


def test_it_says_frame_after_frame(tmp_path: Path) -> None:
    endless = make_endless(make_stock(tmp_path / "stock", members=0), tmp_path / "themes")
    with Side("fading_screen", [*endless.settings, "broker.url=mqtt://127.0.0.1:9"]) as screen:
        first, second = screen.hear(PATIENCE_S), screen.hear(PATIENCE_S)

    assert first is not None
    assert second is not None
    assert (first.what, second.what) == ("frame", "frame")
    assert screen.began_at < first.at < second.at
