from kiosk.contract.instant import NEVER
from kiosk.core.scan.scanning import Asked, Scanning
from tests.doubles.taps import make_scan


def test_the_core_wants_to_look_again_once_nobody_has_answered_for_too_long() -> None:
    assert Scanning().wake_at == NEVER
    assert Scanning(asked=Asked(make_scan(1), "04012345000016", 4.0)).wake_at == 4.0
