"""Somebody at the console, without a script and without a window: forms are filled in and sent as they came."""

import html
import re
from collections.abc import Mapping
from typing import Self

import requests

from tests.hub.running import DEADLINE_S, RunningHub

PASSWORD = "ein langes Passwort"  # noqa: S105 # of people who work nowhere
OTHER_STORE = "anderswo"


class Clerk:
    """A browser of its own; addresses are paths of the console."""

    def __init__(self, running: RunningHub) -> None:
        self.running = running
        self.browser = requests.Session()
        self.browser.headers["Accept-Language"] = "de"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.browser.close()

    def open(self, path: str, **headers: str) -> requests.Response:
        return self.browser.get(self.running.url + path, headers=headers, timeout=DEADLINE_S)

    def sign_in(self, name: str, password: str = PASSWORD) -> requests.Response:
        return self.fill_in("/console/sign-in", {"name": name, "password": password})

    def fill_in(self, path: str, fields: Mapping[str, object], at: str | None = None) -> requests.Response:
        """Open the page, and send its form to `at`, by default to the page itself, with these fields changed."""
        typed = read_fields(self.open(path))
        return self.send(at or path, {**typed, **fields})

    def send(self, path: str, fields: Mapping[str, object], **options: object) -> requests.Response:
        return self.browser.post(self.running.url + path, data=fields, timeout=DEADLINE_S, **options)  # type: ignore[arg-type] # as requests takes them

    def upload(
        self, path: str, files: Mapping[str, tuple[str, bytes]], at: str | None = None, **fields: str
    ) -> requests.Response:
        typed = {**read_fields(self.open(path)), **fields}
        return self.browser.post(self.running.url + (at or path), data=typed, files=files, timeout=DEADLINE_S)


def read_fields(page: requests.Response) -> dict[str, object]:
    """What a browser would send: the last form's fields as they stand, without its buttons."""
    text = page.text
    start = text.find('<form class="editor"')
    text = text[start:] if start >= 0 else text
    fields: dict[str, object] = {}
    for tag in re.findall(r"<input\b[^>]*>", text):
        marks = {name: html.unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}
        if "name" not in marks or marks.get("type") == "file":
            continue
        if marks.get("type") != "checkbox":
            fields.setdefault(marks["name"], marks.get("value", ""))
        elif " checked" in tag:
            fields.setdefault(marks["name"], []).append(marks["value"])  # type: ignore[attr-defined] # a list of its own
    for name, value in re.findall(r'<textarea [^>]*name="(\w+)"[^>]*>(.*?)</textarea>', text, re.DOTALL):
        fields[name] = html.unescape(value)
    for name, choices in re.findall(r'<select [^>]*name="(\w+)"[^>]*>(.*?)</select>', text, re.DOTALL):
        chosen = re.findall(r'value="([^"]*)" selected', choices) + re.findall(r'value="([^"]*)"', choices)
        fields[name] = html.unescape(chosen[0])
    return fields
