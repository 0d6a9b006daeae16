import pytest
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from kiosk.bench.frames_told import tell_frames


@pytest.mark.usefixtures("qapp")
def test_every_swap_is_said(qtbot: QtBot, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    view = QQuickView()
    tell_frames(view)
    with qtbot.waitSignal(view.frameSwapped):
        view.show()
    view.close()

    assert capfdbinary.readouterr().out.startswith(b'{"what":"frame"')
