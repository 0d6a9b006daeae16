"""Judges what a package weighs: a shop's line brings it to every screen, at every update."""

from pathlib import Path

from builder.stage import Stage
from builder.tool import BuildStopped

MOST_MB = {"vitrine-kiosk": 45.0, "vitrine-hub": 30.0, "vitrine-appliance": 0.1}
"""Packed; a MB is 10^6 bytes."""
_NAMED = 10


def refuse_oversize(built: Path, stage: Stage) -> None:
    """Raise `BuildStopped` for a package above its limit, with the largest of its files, and take it away.

    It would lie where `packaging/repository` signs all that there is. Its tree stays, for who looks into it.
    """
    weighs, most = built.stat().st_size / 1e6, MOST_MB[stage.package]
    if weighs <= most:
        return
    built.unlink()
    lines = "".join(f"\n  {size / 1e6:6.2f} MB  {name}" for size, name in _list_largest(stage.root))
    message = f"{built.name} has {weighs:.4g} MB, of {most:g} that it may have; its largest files, unpacked:{lines}"
    raise BuildStopped(message)


def _list_largest(root: Path) -> list[tuple[int, str]]:
    files = [file for file in root.rglob("*") if file.is_file() and not file.is_symlink()]
    sizes = [(file.stat().st_size, str(file.relative_to(root))) for file in files]
    return sorted(sizes, reverse=True)[:_NAMED]
