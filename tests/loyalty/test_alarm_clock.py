from threading import current_thread
from threading import enumerate as enumerate_threads

from kiosk.loyalty.alarm_clock import AlarmClock
from tests.doubles.deadline import wait_until
from tests.doubles.notebook import Notebook

LONG_S = 60.0


def is_running(name: str) -> bool:
    return name in {thread.name for thread in enumerate_threads()}


def test_each_is_called_when_it_is_due_whoever_was_set_first() -> None:
    clock, rung = AlarmClock("alarms-order"), Notebook[str]()
    clock.set(LONG_S, lambda: rung.write("never"))
    clock.set(0.05, lambda: rung.write("second"))
    clock.set(0.0, lambda: rung.write(f"first on {current_thread().name}"))
    rung.wait_for("second")
    assert rung.read() == ["first on alarms-order", "second"]


def test_who_is_cancelled_is_not_called() -> None:
    clock, rung = AlarmClock("alarms-cancel"), Notebook[str]()
    alarm = clock.set(0.02, lambda: rung.write("cancelled"))
    clock.cancel(alarm)
    clock.set(0.05, lambda: rung.write("set"))
    rung.wait_for("set")
    assert rung.read() == ["set"]


def test_its_thread_ends_with_the_last_and_begins_anew_with_the_next() -> None:
    clock, rung = AlarmClock("alarms-thread"), Notebook[str]()
    for times in (1, 2):
        alarm = clock.set(0.01, lambda: rung.write("rung"))
        rung.wait_for("rung", times)
        clock.cancel(alarm)
        wait_until(lambda: not is_running("alarms-thread"))
