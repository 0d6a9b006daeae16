"""What a form of the console sent, read before anybody asks who sent it."""

from collections.abc import AsyncGenerator
from typing import Annotated, Literal

from fastapi import Depends, Request
from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, UploadFile

from kiosk.hub.problem import Problem

MOST_FILES, MOST_FIELDS = 12, 600
Side = Literal["landscape", "portrait"]
SIDES: tuple[Side, ...] = ("landscape", "portrait")
"""The two pictures of an offer, and the fields that they come in."""
TOKEN = "form_token"  # noqa: S105 # a field's name, no secret


async def read_form(request: Request) -> AsyncGenerator[FormData]:
    """The form, empty where there is none; its files are gone once the request is answered.

    Raises a 415 `Problem` for any charset but UTF-8, which all browsers send: others can say what is no text.
    """
    if request.method != "POST":
        yield FormData()
        return
    _, options = parse_options_header(request.headers.get("content-type"))
    if options.get(b"charset", b"utf-8").lower() != b"utf-8":
        raise Problem(415, "charset_unknown", "Send the form as UTF-8.")
    async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS) as form:
        yield form


FormDep = Annotated[FormData, Depends(read_form)]


def get_text(form: FormData, name: str) -> str:
    """A field's text; empty where it is missing."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def get_texts(form: FormData, name: str) -> list[str]:
    """The texts of all fields of this name."""
    return [value for value in form.getlist(name) if isinstance(value, str)]


def get_file(form: FormData, name: str) -> UploadFile | None:
    """A field's file; `None` where none was chosen."""
    value = form.get(name)
    return value if isinstance(value, UploadFile) and value.filename else None


def get_files(form: FormData, name: str) -> list[UploadFile]:
    """All files that were chosen in a field."""
    return [value for value in form.getlist(name) if isinstance(value, UploadFile) and value.filename]


def list_typed(form: FormData) -> list[tuple[str, str]]:
    """All that was typed, field by field: what must not be lost when the form cannot be taken."""
    return [(name, value) for name, value in form.multi_items() if isinstance(value, str) and name != TOKEN]
