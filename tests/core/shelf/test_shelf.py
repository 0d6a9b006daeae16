from kiosk.contract.instant import NEVER
from kiosk.core.effects import ShowShelf
from kiosk.core.shelf.shelf import Shelf


def test_it_is_looked_at_again_when_what_is_shown_holds_no_longer() -> None:
    assert Shelf(hold_until=120.0).wake_at == NEVER
    assert Shelf(hold_until=120.0, shown=ShowShelf(hold=True)).wake_at == 120.0
