from io import BytesIO

import pytest
import requests
from starlette.datastructures import FormData, UploadFile

from kiosk.hub.console.form.form import MOST_FIELDS, TOKEN, get_file, get_text, get_texts, list_typed
from tests.hub.console.clerk import Clerk, read_fields
from tests.hub.running import DEADLINE_S

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


@pytest.mark.parametrize("charset", ["undefined", "punycode", "unicode_escape", "utf-7", "no-such", ""])
def test_a_form_in_any_charset_but_utf_8_is_refused(anybody: Clerk, charset: str) -> None:
    answer = _sign_in_as(anybody, rb"\ud800", f"; charset={charset}")

    assert answer.status_code == 415


@pytest.mark.parametrize("charset", ["", "; charset=UTF-8", '; charset="utf-8"'])
@pytest.mark.parametrize("name", [b"\xed\xa0\x80", rb"\ud800", b"\xff\x00"])
def test_a_name_that_is_no_text_is_nobodys(anybody: Clerk, name: bytes, charset: str) -> None:
    # PostgreSQL refuses to look for a NUL; SQLite finds nobody.
    assert _sign_in_as(anybody, name, charset).status_code in {400, 401}


def _sign_in_as(clerk: Clerk, name: bytes, charset: str) -> requests.Response:
    """Send the form of the sign-in with these bytes as the name."""
    token = str(read_fields(clerk.open("/console/sign-in"))[TOKEN]).encode()
    parts = ((TOKEN.encode(), token), (b"name", name), (b"password", b"x"))
    body = b"".join(b'--b\r\nContent-Disposition: form-data; name="%b"\r\n\r\n%b\r\n' % part for part in parts)
    kind = {"Content-Type": f"multipart/form-data; boundary=b{charset}"}
    address = f"{clerk.running.url}/console/sign-in"
    return clerk.browser.post(address, data=body + b"--b--\r\n", headers=kind, timeout=DEADLINE_S)


def test_a_form_of_far_too_many_fields_is_refused(mara: Clerk) -> None:
    fields = {f"f{number}": "x" for number in range(MOST_FIELDS + 1)}

    assert mara.send("/console/offers/o-mug", fields).status_code == 400
