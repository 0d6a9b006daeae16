from PySide6.QtGui import QGuiApplication

from kiosk import settings
from kiosk.screen.display.application import make_application, prepare_environment


def test_qml_may_read_no_files_and_frames_are_not_held_back() -> None:
    env = {"QML_XHR_ALLOW_FILE_READ": "1", "QML2_IMPORT_PATH": "/mnt/evil"}
    prepare_environment(env)
    assert env == {
        "QT_QPA_UPDATE_IDLE_TIME": "0",
        "QT_QPA_PLATFORM": "offscreen",
    }


def test_the_application_that_runs_already_is_used(application: QGuiApplication) -> None:
    assert make_application(settings.Display(), {}) is application
