from kiosk.app.shared_faults import SharedFaults
from tests.doubles.notebook import FaultBook


def test_one_that_is_well_does_not_hide_another_that_is_not() -> None:
    faults = FaultBook()
    shared = SharedFaults(faults)
    first, second = shared.add_voice(), shared.add_voice()

    second.set_fault("api", "http_500")
    first.set_fault("api", None)
    second.set_fault("api", None)

    assert faults.read() == [("api", "http_500"), ("api", "http_500"), ("api", None)]


def test_of_two_that_complain_the_first_is_heard() -> None:
    faults = FaultBook()
    shared = SharedFaults(faults)
    first, second = shared.add_voice(), shared.add_voice()

    second.set_fault("api", "http_500")
    first.set_fault("api", "unreachable")
    first.set_fault("api", None)

    assert [code for _, code in faults.read()] == ["http_500", "unreachable", "http_500"]


def test_parts_do_not_touch_each_other() -> None:
    faults = FaultBook()
    voice = SharedFaults(faults).add_voice()

    voice.set_fault("api", "http_500")
    voice.set_fault("media", None)

    assert faults.read() == [("api", "http_500"), ("media", None)]


def test_a_relief_is_told_once_and_by_the_one_who_is_relieved() -> None:
    told: list[str] = []
    shared = SharedFaults(FaultBook())
    first, second = shared.add_voice(), shared.add_voice()
    first.relieve, second.relieve = lambda: told.append("first"), lambda: told.append("second")

    for code in (None, "http_500", "unreachable", None, None):
        first.set_fault("api", code)
    second.set_fault("api", None)

    assert told == ["first"]
