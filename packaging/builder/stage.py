"""Lays a package's tree out: a Python of its own with the locked wheels and Vitrine, and what people read of them."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from builder.lock import read_lock
from builder.release import Release
from builder.sbom import describe_wheel, write_licences, write_sbom
from builder.wheels import bring_wheels, unpack_wheels

_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", "readme", "films")
"""What was compiled here, the pictures of the project's own README, and the films of its bench."""


@dataclass(frozen=True)
class Stage:
    """A package while it is made: `root` is what will be `/`, `source` the checkout."""

    package: str
    version: str
    release: Release
    root: Path
    source: Path

    @property
    def prefix(self) -> Path:
        """Where its own Python lies."""
        return self.root / "usr/lib" / self.package

    @property
    def site(self) -> Path:
        """Where that Python finds its modules."""
        return self.prefix / f"lib/python{self.release.python}/site-packages"

    @property
    def lock(self) -> Path:
        """Which versions of others' packages it holds."""
        return self.source / "packaging/locks" / self.release.python / f"{self.package}.txt"

    @property
    def docs(self) -> Path:
        """Where Debian looks for what is said of a package."""
        return self.root / "usr/share/doc" / self.package


def lay_python(stage: Stage) -> None:
    """A Python that sees no module but its own: the shape of a virtual environment, without its programs."""
    (stage.prefix / "bin").mkdir(parents=True)
    (stage.prefix / "bin/python3").symlink_to(f"/usr/bin/python{stage.release.python}")
    (stage.prefix / "pyvenv.cfg").write_text("home = /usr/bin\ninclude-system-site-packages = false\n")


def lay_wheels(stage: Stage, cache: Path) -> None:
    """The locked wheels, and beside the package's documents what they are and by which licences."""
    wheels = bring_wheels(stage.lock, cache)
    unpack_wheels(wheels, stage.site)
    locked = read_lock(stage.lock)
    components = [describe_wheel(wheel, locked) for wheel in wheels]
    stage.docs.mkdir(parents=True)
    (stage.docs / "sbom.cdx.json").write_text(write_sbom(stage.package, stage.version, components))
    (stage.docs / "licences.txt").write_text(write_licences(components))


def lay_vitrine(stage: Stage) -> None:
    """Vitrine's code, and what ships beside it where `kiosk/places.py` looks for it."""
    shutil.copytree(stage.source / "kiosk", stage.site / "kiosk", ignore=_LEFT_OUT)
    for name in ("assets", "themes"):
        shutil.copytree(stage.source / name, stage.prefix / "share/vitrine-kiosk" / name, ignore=_LEFT_OUT)


def lay_overlay(stage: Stage) -> None:
    """The files that lie in the checkout as they will lie on the machine: units, rules, settings."""
    overlay = stage.source / "packaging" / stage.package
    shutil.copytree(overlay / "files", stage.root, symlinks=True, dirs_exist_ok=True)
    stage.docs.mkdir(parents=True, exist_ok=True)
    shutil.copy(stage.source / "packaging/copyright", stage.docs / "copyright")
