"""Builds the packages for the Debian that this runs on."""

import filecmp
import os
import shutil
import sys
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path

from builder.archive import pack, write_control
from builder.dependencies import find_dependencies
from builder.libraries import strip_modules
from builder.lock import refuse_old_lock
from builder.pillow import trim_pillow
from builder.qt import list_desktop_part, trim_qt
from builder.release import read_release
from builder.size import refuse_oversize
from builder.stage import Stage, lay_overlay, lay_python, lay_vitrine, lay_wheels
from builder.tool import BuildStopped, ask_tool

_SOURCE = Path(__file__).parents[2]
_OUT = _SOURCE / "out"


def build_kiosk(stage: Stage) -> tuple[str, str]:
    """The screen, with as much of Qt as it needs."""
    _lay_program(stage)
    trim_qt(stage.site)
    trim_pillow(stage.site)
    shutil.rmtree(stage.site / "cffi")  # what it compiles with; what was compiled with it needs its one library alone
    # With both packages there, `kiosk demo` finds the hub and its modules; what is not there counts for nothing.
    hub = f"/usr/lib/vitrine-hub/lib/python{stage.release.python}/site-packages"
    (stage.site / "vitrine-hub.pth").write_text(f"{hub}\n")
    shutil.rmtree(stage.site / "kiosk/hub")
    (stage.site / "kiosk/hub").symlink_to(f"{hub}/kiosk/hub")
    return find_dependencies(stage, list_desktop_part(stage.site))


def build_hub(stage: Stage) -> tuple[str, str]:
    """The loyalty service, without Qt."""
    _lay_program(stage)
    return find_dependencies(stage, frozenset())


def build_appliance(stage: Stage) -> tuple[str, str]:
    """What makes a machine a screen and nothing else: files alone."""
    lay_overlay(stage)
    return "", ""


BUILDERS = {"vitrine-kiosk": build_kiosk, "vitrine-hub": build_hub, "vitrine-appliance": build_appliance}


def _lay_program(stage: Stage) -> None:
    refuse_old_lock(stage.lock, datetime.fromtimestamp(_read_epoch(stage.source), UTC).date())
    lay_python(stage)
    lay_wheels(stage, stage.source / "out/wheels" / stage.release.python / stage.package)
    lay_vitrine(stage)
    strip_modules(stage.site)
    lay_overlay(stage)


def build_package(package: str, source: Path, out: Path) -> Path:
    """This package of this checkout; raises `BuildStopped`, for one that weighs too much, too."""
    release = read_release()
    version = f"{_read_version(source)}+deb{release.number}"
    stage = Stage(package, version, release, out / "stage" / package, source)
    shutil.rmtree(stage.root, ignore_errors=True)
    stage.root.mkdir(parents=True)
    write_control(stage, *BUILDERS[package](stage))
    built = pack(stage, out, _read_epoch(source))
    refuse_oversize(built, stage)
    return built


def build_again(built: Path, package: str, source: Path, out: Path) -> None:
    """Build it once more, elsewhere and as somebody with other habits; raises `BuildStopped` for other bytes."""
    before = os.umask(0o077)
    again = build_package(package, source, out)
    os.umask(before)
    if not filecmp.cmp(built, again, shallow=False):
        message = f"{again} is not the same bytes as {built}"
        raise BuildStopped(message)
    shutil.rmtree(out)


def _read_version(source: Path) -> str:
    told = (source / "kiosk/version.py").read_text(encoding="utf-8")
    return told.partition('VERSION = "')[2].partition('"')[0]


def _read_epoch(source: Path) -> int:
    """When what is built was written: what the environment says, else the last commit."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    return int(told or ask_tool("git", "-C", str(source), "log", "-1", "--format=%ct"))


def main() -> None:
    """Build what is named, or all of it."""
    parser = ArgumentParser("packaging/build", description="Builds the Debian packages for this release into out/.")
    parser.add_argument("packages", metavar="PACKAGE", nargs="*", help=f"one of {', '.join(BUILDERS)} (default: all)")
    parser.add_argument("--twice", action="store_true", help="build each a second time, and fail on a different byte")
    wishes = parser.parse_args()
    names = wishes.packages
    unknown = ", ".join(sorted({*names} - {*BUILDERS}))
    if unknown:
        parser.error(f"there is no package {unknown}; there are {', '.join(BUILDERS)}")
    for name in names or BUILDERS:
        built = build_package(name, _SOURCE, _OUT)
        sys.stdout.write(f"{built.relative_to(_SOURCE)}  {built.stat().st_size / 1e6:.1f} MB\n")
        if wishes.twice:
            build_again(built, name, _SOURCE, _OUT / "again")
            sys.stdout.write(f"{name} was built twice, to the same bytes\n")


if __name__ == "__main__":
    try:
        main()
    except BuildStopped as stopped:
        sys.exit(f"build: {stopped}")
