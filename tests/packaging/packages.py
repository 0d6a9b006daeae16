"""Small packages, real to dpkg and apt."""

import shutil
from pathlib import Path

from builder.tool import ask_tool


def make_package(folder: Path, name: str, version: str, schemas: int = 0, architecture: str = "all") -> Path:
    """One in this folder, with so many schema files of the outbox."""
    tree = folder / "tree"
    (tree / "DEBIAN").mkdir(parents=True)
    fields = {"Package": name, "Version": version, "Architecture": architecture, "Maintainer": "T <t@localhost>"}
    lines = [f"{field}: {text}\n" for field, text in fields.items()]
    (tree / "DEBIAN/control").write_text("".join([*lines, "Description: small\n"]))
    schema = tree / "usr/lib/vitrine-kiosk/lib/python3/site-packages/kiosk/bookmarks/schema"
    schema.mkdir(parents=True)
    for number in range(schemas):
        (schema / f"{number + 1:03}.sql").write_text("")
    file = folder / f"{name}_{version}_{architecture}.deb"
    ask_tool("dpkg-deb", "--root-owner-group", "-Znone", "-b", str(tree), str(file))
    shutil.rmtree(tree)
    return file
