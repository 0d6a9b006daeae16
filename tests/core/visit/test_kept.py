from msgspec.structs import replace

from kiosk.contract.bookmark import Bookmark
from kiosk.contract.credential import Credential
from kiosk.core.visit.kept import MOST_KEPT, Kept, add_kept, change_kept, find_bookmark, find_kept
from tests.doubles.shop_floor import CARD, MONDAY, MUG, OTHER_CARD


def keep(bookmark: str, felt_at: float = 1.0, card: Credential = CARD) -> Kept:
    return Kept(Bookmark(bookmark, "mug", "berlin", "window-1", None, None, card, MONDAY, "de"), MUG, felt_at)


FIRST, SECOND = keep("first"), keep("second", 2.0, OTHER_CARD)


def test_a_bookmark_is_found_by_its_id_as_long_as_it_is_remembered() -> None:
    remembered: tuple[Kept, ...] = ()
    for number in range(MOST_KEPT + 1):
        remembered = add_kept(remembered, keep(str(number)))
    assert len(remembered) == MOST_KEPT
    assert find_bookmark(remembered, "0") is None
    assert find_bookmark(remembered, "1") == remembered[0]


def test_what_changes_of_one_changes_of_no_other() -> None:
    saved = replace(FIRST, saved=True)
    assert change_kept((FIRST, SECOND), saved) == (saved, SECOND)


def test_a_card_is_known_by_what_it_kept_of_the_offer_since_a_time() -> None:
    both = (FIRST, SECOND)
    found = [find_kept(both, *asked) for asked in ((CARD, "mug", 1.0), (CARD, "mug", 1.1), (OTHER_CARD, "boots", 0.0))]
    assert found == [FIRST, None, None]
