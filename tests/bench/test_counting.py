from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtQuick import QQuickView
from pytestqt.qtbot import QtBot

from kiosk.bench.counting import count_holding, count_types


class Kept:
    """Known by its type."""


def test_each_object_and_file_more_is_counted(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "Empty.qml").write_text("import QtQuick\nItem {}")
    view = QQuickView(QUrl.fromLocalFile(str(tmp_path / "Empty.qml")))
    before = count_holding(7, [view])
    child = QObject(view)
    with (tmp_path / "file").open("w"):
        after = count_holding(7, [view])

    assert (after.changes, after.objects - before.objects, after.files - before.files) == (7, 1, 1)
    assert after.memory_kib > 5_000
    assert after.threads >= 1
    child.deleteLater()
    view.close()
    qtbot.wait(1)


def test_objects_are_counted_by_their_types() -> None:
    before = count_types()
    kept = [Kept() for _ in range(7)]
    name = f"{Kept.__module__}.Kept"

    assert count_types()[name] - before.get(name, 0) == len(kept)
