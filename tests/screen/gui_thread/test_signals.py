import os
import signal

from pytestqt.qtbot import QtBot

from kiosk.screen.gui_thread.signals import SignalWatch


def test_a_request_to_end_is_heard_while_qt_waits(qtbot: QtBot) -> None:
    left: list[bool] = []
    watch = SignalWatch(lambda: left.append(True))
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: left == [True])
    watch.close()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
