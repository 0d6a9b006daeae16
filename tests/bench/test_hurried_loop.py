from itertools import islice

from kiosk.bench.hurried_loop import make_mixed_loop, play_hurried
from kiosk.contract.offer import MediaRef
from tests.doubles.shop_floor import RULES

REFS = [MediaRef(f"{number}.webp", f"{number:064x}", 1) for number in range(2)]


def test_pictures_offers_and_texts_take_turns_without_end() -> None:
    scenes = list(islice(play_hurried(make_mixed_loop(REFS), RULES), 7))

    assert [scene.item.id for scene in scenes if scene.item] == [
        "picture-0", "offer-0", "text-0", "picture-1", "offer-1", "text-1", "picture-0"
    ]  # fmt: skip # one line is easier to compare
    assert [scene.offer.id for scene in scenes if scene.offer] == ["o-0", "o-1"]
