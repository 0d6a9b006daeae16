"""Opens a theme, be it a folder or a `.zip`."""

import os
from pathlib import Path

from kiosk.errors import FileRefused
from kiosk.theming.bundle import Bundle, Intake
from kiosk.theming.file_names import show_name
from kiosk.theming.finding import Finding

ARCHIVE = ".zip"


def open_bundle(path: Path, findings: list[Finding], name: str | None = None) -> Bundle:
    """Read all files of a theme that may be there, with a finding for each that may not.

    The theme is called as its folder or `.zip` is, unless it has another `name`.
    Raises `FileRefused` where there is no theme or it cannot be read.
    """
    intake = Intake()
    name = name or show_name(path.name.removesuffix(ARCHIVE))
    try:
        if path.is_dir():
            from kiosk.theming.folder import read_folder  # noqa: PLC0415 # one of the two is needed

            read_folder(path, intake)
        else:
            from kiosk.theming.archive import read_archive  # noqa: PLC0415 # zipfile takes longer than to read a theme

            read_archive(path, intake)
    except OSError as error:
        message = f"{name}: {os.strerror(error.errno or 0)}"
        raise FileRefused(message) from error
    findings += intake.findings
    return Bundle(name, intake.files)
