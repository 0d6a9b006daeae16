from itertools import islice, pairwise

from kiosk.bench.hurried_day import HurriedDay
from kiosk.bench.hurried_loop import make_mixed_loop
from kiosk.core.glass.scene import Attract, Browsing, Notice, Offering, Saved
from tests.bench.test_hurried_loop import REFS
from tests.doubles.shop_floor import RULES


def test_every_kind_of_scene_comes_on_the_glass_and_time_passes() -> None:
    day = HurriedDay(make_mixed_loop(REFS), RULES)
    scenes = list(islice(day.play(), 900))

    assert {type(scene) for scene in scenes} == {Attract, Offering, Saved, Browsing, Notice}
    assert all(one != other for one, other in pairwise(scenes))
    assert 1 < day.hours < 24


def test_somebody_changes_the_language_and_the_size_of_the_text() -> None:
    browsed = [
        scene for scene in islice(HurriedDay(make_mixed_loop(REFS), RULES).play(), 300) if isinstance(scene, Browsing)
    ]

    assert {scene.language for scene in browsed} == {"de", "en"}
    assert any(scene.comfort.larger for scene in browsed)
