"""Trims Pillow to what reads and writes the screen's pictures: it draws no text and converts no profiles."""

from pathlib import Path

from builder.libraries import follow_needed

LEFT_OUT = ("_imagingft", "_imagingcms", "_imagingtk")
"""Type, colour profiles and Tk; Pillow loads each when it is first asked for."""
_READ = ("Avif", "Bmp", "Gif", "Jpeg", "Mpo", "Png", "Ppm", "Tiff", "WebP")
"""The kinds that are shown, and what Pillow asks for to read those; it goes on without any other."""


def trim_pillow(site: Path) -> None:
    """Delete all else from this site folder, and the libraries that nothing else of Pillow asks for."""
    for name in LEFT_OUT:
        for file in (site / "PIL").glob(f"{name}.*"):
            file.unlink()
    for file in (site / "PIL").glob("*ImagePlugin.py"):
        if file.name.removesuffix("ImagePlugin.py") not in _READ:
            file.unlink()
    libraries = site / "pillow.libs"
    kept = follow_needed((site / "PIL").glob("*.so"), libraries)
    for file in libraries.iterdir():
        if file not in kept:
            file.unlink()
