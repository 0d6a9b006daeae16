from threading import Thread, current_thread

from pytestqt.qtbot import QtBot

from kiosk.screen.gui_thread.bridge import Bridge


def test_a_thousand_wakes_from_many_threads_become_few_drains_on_the_gui_thread(qtbot: QtBot) -> None:
    drained: list[Thread] = []
    bridge = Bridge(lambda: drained.append(current_thread()))

    def wake_often() -> None:
        for _ in range(250):
            bridge.wake()

    threads = [Thread(target=wake_often) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    qtbot.waitUntil(lambda: bool(drained))
    assert drained == [current_thread()]


def test_what_is_put_in_before_a_wake_is_never_left_lying(qtbot: QtBot) -> None:
    waiting: list[int] = []
    taken: list[int] = []

    def drain() -> None:
        while waiting:
            taken.append(waiting.pop(0))

    bridge = Bridge(drain)

    def fill() -> None:
        for number in range(2000):
            waiting.append(number)
            bridge.wake()

    thread = Thread(target=fill)
    thread.start()
    qtbot.waitUntil(lambda: len(taken) == 2000)
    thread.join()
    assert taken == list(range(2000))


def test_a_wake_during_the_drain_is_another_drain(qtbot: QtBot) -> None:
    drains: list[int] = []

    def drain() -> None:
        drains.append(len(drains))
        if len(drains) < 3:
            bridge.wake()

    bridge = Bridge(drain)
    bridge.wake()
    qtbot.waitUntil(lambda: len(drains) == 3)


def test_a_wake_that_is_pending_when_it_closes_drains_nothing(qtbot: QtBot) -> None:
    drains: list[str] = []
    closed, other = Bridge(lambda: drains.append("closed")), Bridge(lambda: drains.append("other"))
    closed.wake()
    closed.close()
    closed.wake()
    other.wake()
    qtbot.waitUntil(lambda: bool(drains))
    assert drains == ["other"]
