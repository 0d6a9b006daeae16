"""Packs a staged tree with dpkg-deb, to the same bytes each time."""

import hashlib
import os
from pathlib import Path

from builder.stage import Stage
from builder.tool import ask_tool

_SCRIPTS = ("preinst", "postinst", "prerm", "postrm")


def write_control(stage: Stage, depends: str, recommends: str) -> None:
    """What dpkg reads and runs: the templates of the package with what was found out about it filled in."""
    folder = stage.root / "DEBIAN"
    folder.mkdir()
    words = {
        "@VERSION@": stage.version,
        "@ARCHITECTURE@": stage.release.architecture,
        "@PYTHON@": stage.release.python,
        "@NEXT_PYTHON@": stage.release.next_python,
        "@DEPENDS@": depends,
        "@RECOMMENDS@": recommends,
        "@SIZE@": str(_measure(stage.root)),
    }
    for template in sorted((stage.source / "packaging" / stage.package / "debian").iterdir()):
        text = template.read_text(encoding="utf-8")
        for word, meant in words.items():
            text = text.replace(word, meant)
        (folder / template.name).write_text(text)
    settings = [f"/{file.relative_to(stage.root)}\n" for file in _list_files(stage.root / "etc")]
    (folder / "conffiles").write_text("".join(settings))
    (folder / "md5sums").write_text("".join(_sum_up(stage.root)))


def pack(stage: Stage, folder: Path, epoch: int) -> Path:
    """Write the package into this folder; nothing in it is younger than `epoch` (seconds since 1970)."""
    _level(stage.root, epoch)
    name = f"{stage.package}_{stage.version}_{stage.release.architecture}.deb"
    # One thread: with several, what comes out depends on how many there are.
    command = ("dpkg-deb", "--root-owner-group", "--threads-max=1", "-Zxz", "-z9", "-Sextreme", "--build")
    ask_tool(*command, str(stage.root), str(folder / name), SOURCE_DATE_EPOCH=str(epoch))
    return folder / name


def _list_files(root: Path) -> list[Path]:
    return sorted(file for file in root.rglob("*") if file.is_file() and not file.is_symlink())


def _measure(root: Path) -> int:
    """In KiB, as dpkg reckons."""
    return sum(-(-file.stat().st_size // 1024) for file in _list_files(root))


def _sum_up(root: Path) -> list[str]:
    files = [file for file in _list_files(root) if file.relative_to(root).parts[0] not in {"DEBIAN", "etc"}]
    return [
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {file.relative_to(root)}\n"
        for file in files
    ]


def _level(root: Path, epoch: int) -> None:
    """One mode and one time for everything, whatever the umask was and whenever it was fetched."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_run(path.relative_to(root)) else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def _is_run(path: Path) -> bool:
    return path.parts[:2] == ("usr", "bin") or (path.parts[0] == "DEBIAN" and path.name in _SCRIPTS)
