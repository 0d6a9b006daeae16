"""A copy of the image for one run, with this run's settings laid into it: nobody has to mount anything for that."""

import subprocess
from pathlib import Path
from typing import TypeAlias

Files: TypeAlias = dict[str, tuple[str, int]]
"""Text and mode, by path."""
_ROOT_AT = 65 << 20
"""Where `packaging/image` puts the partition, in bytes."""


def copy_disk(image: Path, disk: Path, files: Files) -> None:
    """Copy the image, and write these files into it, each with its text and its mode, as root's."""
    subprocess.run(["cp", "--sparse=always", str(image), str(disk)], check=True)  # noqa: S603, S607 # our own files
    folder = disk.parent / "laid"
    folder.mkdir()
    lines: list[str] = []
    for number, (path, (text, mode)) in enumerate(files.items()):
        (folder / str(number)).write_text(text)
        lines += [f"mkdir {parent}" for parent in reversed(Path(path).parents[:-1])]
        lines += [f"rm {path}", f"write {folder / str(number)} {path}"]
        lines += [f"set_inode_field {path} mode 0{0o100000 | mode:o}", f"set_inode_field {path} uid 0"]
    script = folder / "script"
    script.write_text("\n".join(lines) + "\n")
    command = ["debugfs", "-w", "-f", str(script), f"{disk}?offset={_ROOT_AT}"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 # our own files
