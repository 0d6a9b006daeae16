"""Which of Debian's packages hold the libraries that a tree asks for: the release itself is asked."""

import re
from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.stage import Stage
from builder.tool import ask_tool

_TOLD = re.compile(r"^shlibs:(\w+)=(.*)$", re.MULTILINE)


def find_dependencies(stage: Stage, recommended: Collection[Path]) -> tuple[str, str]:
    """What the tree depends on, and what it recommends for the sake of these files: each a list as dpkg reads it.

    A library that is not installed here cannot be found: dpkg-shlibdeps names it and fails.
    """
    libraries = sorted(file for file in stage.prefix.rglob("*.so*") if file.is_file())
    needed = [str(file) for file in libraries if file not in recommended]
    wanted = [str(file) for file in sorted(recommended)]
    own = sorted({f"-l{file.parent}" for file in libraries})
    with TemporaryDirectory() as folder:
        (Path(folder) / "debian").mkdir()
        (Path(folder) / "debian/control").write_text(
            f"Source: {stage.package}\n\nPackage: {stage.package}\nArchitecture: any\n"
        )
        files = ["-dDepends", *needed, *(["-dRecommends", *wanted] if wanted else [])]
        told = ask_tool("dpkg-shlibdeps", "-O", "--ignore-missing-info", *own, *files, folder=folder)
    found = dict(_TOLD.findall(told))
    return found.get("Depends", ""), found.get("Recommends", "")
