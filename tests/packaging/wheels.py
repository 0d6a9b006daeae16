"""Wheels of what is installed beside the tests: real ones, for which nothing needs to be fetched."""

import hashlib
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

from builder.lock import normalise


def pack_wheel(name: str, folder: Path) -> Path:
    """That package as a wheel in this folder. Source of the format: PyPA's binary distribution format."""
    told = distribution(name)
    tag = (told.read_text("WHEEL") or "").partition("Tag: ")[2].splitlines()[0]
    wheel = folder / f"{told.name.replace('-', '_')}-{told.version}-{tag}.whl"
    with ZipFile(wheel, "w") as archive:
        for file in told.files or []:
            if ".." not in file.parts and file.suffix != ".pyc":
                archive.write(str(file.locate()), str(file))
    return wheel


def lock_wheel(wheel: Path) -> str:
    """Its line in a lock."""
    name, version, *_ = wheel.name.split("-")
    return f"{normalise(name)}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
