"""How the screen comes together: the window, and what lies behind it."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from datetime import UTC, datetime
from pathlib import Path

import shiboken6
from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickView

from kiosk.core.glass.scene import Dark, Notice, Scene
from kiosk.core.wish import Wish
from kiosk.errors import FileRefused
from kiosk.screen.binding import name_implied
from kiosk.screen.composer import MediaPath
from kiosk.screen.display.frames import FrameWatch, Presented
from kiosk.screen.display.output import OutputWatch, has_output, measure_glass, measure_window
from kiosk.screen.display.screenshot import encode_screenshot, shrink
from kiosk.screen.display.window import QML, Window
from kiosk.screen.images.provider import ShelfProvider
from kiosk.screen.images.shelf import Shelf
from kiosk.screen.images.shelves import NAME
from kiosk.screen.layout.drift import REACH
from kiosk.screen.place import Place
from kiosk.screen.sound.attendant import open_attendant
from kiosk.screen.stage import Stage
from kiosk.screen.theme.look import Look, load_fonts
from kiosk.screen.theme.outfit import Outfit, Tailor
from kiosk.screen.theme.wardrobe import Wardrobe
from kiosk.screen.video.clip import Player, TakeFlaw, TakeFrame, Video
from kiosk.screen.video.clips import MOST_FRAMES, Clips
from kiosk.screen.views.clock import Clock
from kiosk.settings import Display
from kiosk.theming.package import Theme


class Ports(Struct, frozen=True):
    """What the screen asks of others.

    `media_path` answers where a picture's file lies; `on_presented` hears on the GUI thread which generation was
    swapped when (monotonic seconds); `on_key` hears the demo's keys; `on_refused` hears on any thread the hash of a
    picture or video whose file cannot be shown; `tell_local` gives the store's own time; `has_sound`: videos are heard;
    `on_output` hears on the GUI thread whether the display is there that the screen shall fill.
    """

    media_path: MediaPath
    on_presented: Presented = lambda _generation, _at: None
    on_key: Callable[[str], None] | None = None
    on_refused: Callable[[str], None] = lambda _sha256: None
    tell_local: Callable[[], datetime] = lambda: datetime.now(UTC)
    has_sound: bool = False
    on_output: Callable[[bool], None] = lambda _is_there: None


class Screen:
    """The open screen: `stage` takes scenes, `take_screenshot` takes pictures of it."""

    def __init__(
        self, display: Display, theme: Theme, place: Place, ports: Ports, foreseen: Scene | None = None
    ) -> None:
        """Load the QML and the theme; raises `FileRefused` where the QML does not load (a broken installation).

        What the scene needs that is `foreseen` to come first is made ready meanwhile.
        """
        name_implied()
        self._window = Window(ports.on_key)
        self._on_output = ports.on_output
        size = measure_window(display)
        self._tailor = Tailor(display, measure_glass(display, size), place.side, ports.media_path, ports.on_refused)
        outfit = self._tailor.fit(theme)
        self._wardrobe = Wardrobe(outfit, self._fit, self._put_on)
        frames = Shelf(MOST_FRAMES)
        self._provider = ShelfProvider(outfit.shelves, frames)
        self._window.engine().addImageProvider(NAME, self._provider)
        rehearsal = outfit.shelves.pictures.run(lambda: _rehearse(outfit, foreseen)) if foreseen else None
        load_fonts({})
        self._look = Look(self._window.engine())
        self._look.learn_fonts(theme.fonts)
        self.clock = Clock(ports.tell_local)
        self._needs_clock = display.pixel_shift or place.night_clock
        self._dress(outfit)
        self._watch = FrameWatch(self._window, ports.on_presented)
        self._has_sound = ports.has_sound
        self._clips = Clips(frames, self._open_video, ports.on_refused, self._window)
        self.stage = Stage(outfit.composer, theme, place, self._watch.mark, self._look.speak, self._clips)
        reach = REACH if display.pixel_shift else 0
        self._load(size, {"stage": self.stage.view, "clock": self.clock, "turn": display.rotation, "reach": reach})
        wait([rehearsal] if rehearsal else [])

    def show(self, *, fullscreen: bool) -> None:
        """Open the window."""
        self._window.held = fullscreen
        if fullscreen and has_output():
            OutputWatch(self._window, self._tailor.display.output, self._follow).fill()
        else:
            self._window.show()

    def attend(self, display: Display) -> None:
        """Let the scenes be heard, where the settings say so and this machine can; after the first frame."""
        self.stage.attendant = open_attendant(display)

    def offer_touch(self, on_wish: Callable[[Wish], None], languages: int, *, calls: bool = True) -> None:
        """Let people touch the glass from now on; `on_wish` hears what they want.

        It speaks so many languages, and `calls` somebody of the staff or not.
        """
        attendant = self.stage.attendant

        def hear(wish: Wish) -> None:
            attendant.note_touch()
            on_wish(wish)

        self.stage.view.controls.on_named = attendant.name
        self.stage.view.controls.offer(hear, languages=languages, speaks=attendant.speaks, calls=calls)

    def hear_keys(self, on_stroke: Callable[[str, float], bool]) -> None:
        """Tell of each key with its time in seconds, before anybody else; the answer is whether it goes no further."""
        self._window.on_stroke = on_stroke

    def beat(self, every_s: float, on_beat: Callable[[], None]) -> None:
        """Call `on_beat` every so many seconds, on the GUI thread, as long as frames reach the glass."""
        from kiosk.screen.display.pulse import Pulse  # noqa: PLC0415 # only where somebody watches over the screen

        Pulse(self._window, every_s, on_beat)

    @property
    def worn(self) -> Theme:
        """The theme that is on the glass."""
        return self._wardrobe.worn.theme

    def dress(self, theme: Theme) -> None:
        """Wear another theme: it is made ready off the GUI thread, and then is there from one frame to the next.

        Belongs to the GUI thread. Of several orders in a row the last one counts.
        """
        self._look.learn_fonts(theme.fonts)
        self._wardrobe.order(theme)

    def save_screenshot(self, path: Path) -> None:
        """Write what is on the glass as a PNG; raises `FileRefused` where it cannot be written."""
        if not self.take_screenshot().save(str(path), "PNG"):  # type: ignore[call-overload]  # the stub wants bytes, Qt takes text
            message = f"{path.name}: cannot be written"
            raise FileRefused(message)

    def send_screenshot(self, deliver: Callable[[bytes | None], None]) -> None:
        """Hand a small picture of the glass as it is now to `deliver`, on any thread and once, whatever happens.

        `None`: there is none, for it could not be made, or a change of theme or the end came first.
        """
        picture = self.take_screenshot()
        screenshot = self._wardrobe.worn.shelves.pictures.run(lambda: encode_screenshot(shrink(picture)))
        screenshot.add_done_callback(lambda done: deliver(_read_screenshot(done)))

    def take_screenshot(self) -> QImage:
        """What is on the glass."""
        self._watch.pause()
        image = self._window.grabWindow()
        self._watch.resume()
        return image

    def close(self) -> None:
        """Close the window and end the decoder."""
        self._watch.pause()
        self._clips.close()
        self.clock.run(is_wanted=False)
        self._wardrobe.close()
        self._window.held = False
        self._window.close()
        self._window.setSource(QUrl())
        # Here and now: Python's collector may run on any thread, and a window must die on its own.
        shiboken6.delete(self._window)

    def _fit(self, theme: Theme, number: int) -> Outfit:
        """Runs on another thread: what is on the glass now is composed there already."""
        outfit = self._tailor.fit(theme, number)
        if self.stage.showing:
            _rehearse(outfit, self.stage.showing)
        return outfit

    def _open_video(self, video: Video, on_frame: TakeFrame, on_failed: TakeFlaw) -> Player:
        from kiosk.screen.video.opening import open_video  # noqa: PLC0415 # only where a loop has a video

        mount = self._wardrobe.worn.shelves.pictures.mount
        return open_video(video, mount, on_frame, on_failed, sound=self._has_sound)

    def _put_on(self, outfit: Outfit) -> None:
        self._provider.shelves = outfit.shelves
        self._dress(outfit)
        self.stage.wear(outfit.composer, outfit.theme)

    def _follow(self, size: QSize | None) -> None:
        """The display is gone, or filled; one that came back with another size needs everything anew."""
        self._on_output(size is not None)
        glass = measure_glass(self._tailor.display, size) if size else self._tailor.glass
        if glass != self._tailor.glass:
            self._tailor = replace(self._tailor, glass=glass)
            self._wardrobe.order(self.worn)

    def _dress(self, outfit: Outfit) -> None:
        self._look.dress(outfit.tokens, outfit.plan)
        self.clock.run(is_wanted=self._needs_clock or outfit.tokens.bar != "none")

    def _load(self, size: QSize, properties: dict[str, object]) -> None:
        self._window.resize(size)  # before it is shown: under Wayland the first frame else has another size
        self._window.setInitialProperties(properties)
        self._window.setSource(QUrl.fromLocalFile(str(QML / "Main.qml")))
        if self._window.status() is not QQuickView.Status.Ready:
            message = f"the QML does not load: {self._window.errors()[0].toString()}"
            raise FileRefused(message)


def _read_screenshot(done: Future[bytes]) -> bytes | None:
    return None if done.cancelled() or done.exception() else done.result()


def _rehearse(outfit: Outfit, scene: Scene) -> None:
    """Compose it: its picture, its code and its headline are on their shelves afterwards."""
    if not isinstance(scene, Notice | Dark):
        outfit.composer.compose(scene, outfit.theme.speak(scene.language))
