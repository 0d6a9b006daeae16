from io import BytesIO

import pytest
from starlette.datastructures import FormData, UploadFile

from kiosk.hub.console.form import MOST_FIELDS, TOKEN, get_file, get_text, get_texts, list_typed
from tests.hub.console.clerk import Clerk

_FILE = UploadFile(BytesIO(b"x"), filename="mug.jpg")
_FORM = FormData(
    [("zones", "home"), ("zones", "tea"), (TOKEN, "secret"), ("picture", _FILE), ("none", UploadFile(BytesIO()))]
)


def test_texts_and_files_are_told_apart() -> None:
    assert (get_text(_FORM, "picture"), get_text(_FORM, "missing"), get_text(_FORM, "zones")) == ("", "", "tea")
    assert get_texts(_FORM, "zones") == ["home", "tea"]
    assert (get_file(_FORM, "picture"), get_file(_FORM, "none"), get_file(_FORM, "zones")) == (_FILE, None, None)


def test_what_was_typed_is_kept_without_its_token() -> None:
    assert list_typed(_FORM) == [("zones", "home"), ("zones", "tea")]


@pytest.mark.allow_log("^python_multipart")
@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "multipart/form-data", "text/plain"])
def test_what_is_no_form_is_refused_calmly(mara: Clerk, kind: str) -> None:
    address = f"{mara.running.url}/console/offers/o-mug"
    answer = mara.browser.post(address, data=b"\xff\x00--x", headers={"Content-Type": kind}, timeout=20)

    assert answer.status_code in {400, 403}


def test_a_form_of_far_too_many_fields_is_refused(mara: Clerk) -> None:
    fields = {f"f{number}": "x" for number in range(MOST_FIELDS + 1)}

    assert mara.send("/console/offers/o-mug", fields).status_code == 400
