"""Trims Qt to what the screen loads: the whole of it is eight times as large."""

from pathlib import Path

from builder.libraries import follow_needed

BINDINGS = ("QtCore", "QtGui", "QtMultimedia", "QtNetwork", "QtQml", "QtQuick", "QtTextToSpeech", "QtOpenGL")
"""The modules that the screen imports, and `QtOpenGL`, which Qt Quick's binding imports by itself."""

PLUGINS = (
    "imageformats/libqjpeg.so",
    "imageformats/libqsvg.so",
    "imageformats/libqwebp.so",
    "multimedia/libffmpegmediaplugin.so",
    "platforms/libqlinuxfb.so",
    "platforms/libqoffscreen.so",
    "platforms/libqwayland.so",
    "texttospeech/libqtexttospeech_speechd.so",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "wayland-shell-integration/libxdg-shell.so",
)
"""The screen's own, under Wayland, in memory, and for the still picture on the bare framebuffer."""

DESKTOP_PLUGINS = (
    "platforms/libqxcb.so",
    "wayland-decoration-client/libbradient.so",
    "xcbglintegrations/libqxcb-egl-integration.so",
    "xcbglintegrations/libqxcb-glx-integration.so",
)
"""For a look at it on a desktop: the libraries that these ask for are recommended, not needed."""

_LIBRARIES = "PySide6/Qt/lib"
QML = ("QtQml", "QtQml/Models", "QtQml/WorkerScript", "QtQuick", "QtQuick/Shapes")


def trim_qt(site: Path) -> None:
    """Delete from `PySide6` and `shiboken6` in this site folder all that the screen does not load."""
    kept = _list_code(site) | _list_libraries(site) | _list_qml(site)
    for file in _list_files(site):
        if file not in kept:
            file.unlink()
    for folder in sorted(site.glob("PySide6/**/"), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def list_desktop_part(site: Path) -> set[Path]:
    """What is loaded on a desktop alone."""
    everywhere = follow_needed(_list_roots(site), site / _LIBRARIES)
    return follow_needed(_list_plugins(site, DESKTOP_PLUGINS), site / _LIBRARIES) - everywhere


def _list_files(site: Path) -> list[Path]:
    return [file for room in ("PySide6", "shiboken6") for file in (site / room).rglob("*") if file.is_file()]


def _list_code(site: Path) -> set[Path]:
    """Python's own files of the binding; what designers and translators run lies in folders of its own."""
    return {*site.glob("PySide6/*.py"), *site.glob("PySide6/support/*.py"), *site.glob("shiboken6/*.py")}


def _list_libraries(site: Path) -> set[Path]:
    return follow_needed([*_list_roots(site), *_list_plugins(site, DESKTOP_PLUGINS)], site / _LIBRARIES)


def _list_roots(site: Path) -> list[Path]:
    """What Python, Qt and QML load by name, wherever the screen runs."""
    binding = [site / "PySide6" / f"{name}.abi3.so" for name in BINDINGS]
    binding += [*site.glob("PySide6/libpyside6*.so.*"), *site.glob("shiboken6/*.so*")]
    return [*binding, *_list_plugins(site, PLUGINS), *(file for file in _list_qml(site) if file.suffix == ".so")]


def _list_plugins(site: Path, names: tuple[str, ...]) -> list[Path]:
    return [site / "PySide6/Qt/plugins" / name for name in names]


def _list_qml(site: Path) -> set[Path]:
    files = [file for name in QML for file in (site / "PySide6/Qt/qml" / name).iterdir() if file.is_file()]
    return {file for file in files if file.suffix != ".qmltypes"}
