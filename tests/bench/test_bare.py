from pathlib import Path

from kiosk.bench.side import Side
from kiosk.bench.stock import make_stock

PATIENCE_S = 20.0


def test_it_shows_the_first_picture_without_a_broker(tmp_path: Path) -> None:
    with Side("bare", [str(make_stock(tmp_path, members=0).bare_file), "", "0"]) as bare:
        said = bare.hear(PATIENCE_S)

    assert said is not None
    assert (said.what, said.offer, said.reason) == ("shown", "loop", "loop")
    assert bare.began_at < said.at
