import logging
from pathlib import Path
from threading import Event as Flag

import pytest

from kiosk.app.enrolment import ADMITTED, Enrolment
from kiosk.screen.text.enrolling import Sign
from kiosk.settings.file import read_settings
from tests.doubles.enrolment_desk import IN, EnrolmentDesk, Reply
from tests.doubles.notebook import PATIENCE_S
from tests.doubles.settings import make_settings


def test_a_screen_that_is_in_has_nothing_to_ask_and_says_nothing(tmp_path: Path) -> None:
    enrolment, shown = Enrolment(make_settings(tmp_path), lambda: None), list[Sign]()
    enrolment.bring(shown.append, list[int]().append)
    enrolment.stop()

    assert (enrolment.is_due, shown) == (False, [])


def test_a_new_screen_says_whom_it_looks_for_then_its_code_and_enters_once_it_is_in(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    shown, entered, news = list[Sign](), list[int](), Flag()
    waiting = Reply(202, {"approve_at": "https://hub.example/console/screens", "expires_in": 1})
    with EnrolmentDesk(waiting, IN) as desk:
        settings = read_settings(None, {}, [f"loyalty.url={desk.url}", f"state.dir={tmp_path}"])
        enrolment = Enrolment(settings, news.set)
        enrolment.bring(shown.append, entered.append)
        enrolment.start()
        while not entered:
            assert news.wait(PATIENCE_S)
            news.clear()
            enrolment.bring(shown.append, entered.append)
        enrolment.stop()

    assert entered == [ADMITTED]
    assert f"`kiosk hub screen approve {shown[1].code}`" in caplog.text
    assert (shown[0].code, shown[0].where) == ("", desk.url.removeprefix("http://"))
    assert len(shown[1].code) == 9
    assert shown[1].where == "hub.example/console/screens"
    assert (shown[-1].code, shown[-1].where) == ("", "")
