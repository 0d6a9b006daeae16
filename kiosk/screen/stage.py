"""What is on the glass: takes a scene of the core and holds what QML reads of it."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.contract.offer import Offer
from kiosk.contract.playlist import Item
from kiosk.core.glass.scene import Attract, Dark, Notice, Pictured, Scene
from kiosk.screen.composer import Composed, Composer
from kiosk.screen.place import Place
from kiosk.screen.sound.attendant import Attendant
from kiosk.screen.text.hints import phrase_hint
from kiosk.screen.video.clip import Clip
from kiosk.screen.video.clips import Clips
from kiosk.screen.views.night_view import NightView
from kiosk.screen.views.notice_view import NoticeView
from kiosk.screen.views.scene_view import SceneView
from kiosk.screen.views.ticker_view import TickerView
from kiosk.screen.views.touch import Touch
from kiosk.theming.package import Theme
from kiosk.theming.words import Words

QML_IMPORT_NAME = "Vitrine.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Stage(QObject):
    """Holds the scene; all its methods belong to the GUI thread.

    `mark` is told at each scene and answers its generation; `speak` hands a language's words to QML; `clips` plays the
    loop's videos.
    """

    changed = Signal()
    # Never emitted. It stands for `constant=True`, which the tool that describes this class to qmllint does not know.
    fixed = Signal()

    def __init__(  # noqa: PLR0913, PLR0917 # all that it speaks to
        self,
        composer: Composer,
        theme: Theme,
        place: Place,
        mark: Callable[[], int],
        speak: Callable[[Words], None],
        clips: Clips,
    ) -> None:
        super().__init__()
        self._composer = composer
        self._theme = theme
        self._place = place
        self.showing: Scene | None = None
        self._mark = mark
        self._speak = speak
        self._clips = clips
        self._clips.ready.connect(self._roll)
        self._language = ""
        self._name = "attract"
        self._picture = ""
        self._clip: Clip | None = None
        self._seconds = 0.0
        self._fades = False
        self._wanted: tuple[tuple[Offer, ...], tuple[Item, ...]] = ((), ())
        self._hint = ""
        self._identity = ""
        self._attract = SceneView(self)
        self._offering = SceneView(self)
        self._saved = SceneView(self)
        self._notice = NoticeView(self)
        self.controls = Touch(self)
        self._ticker = TickerView(self)
        self.run_ticker = self._ticker.run
        self.attendant = Attendant()
        self._night = NightView(self, has_clock=place.night_clock)

    def show(self, scene: Scene) -> int:
        """Show this scene from the next frame on; the answer is the generation that `on_presented` will name."""
        self._fades = isinstance(scene, Attract) and not isinstance(self.showing, Dark)
        return self._show(scene)

    def wear(self, composer: Composer, theme: Theme) -> None:
        """Show what is on the glass as another theme has it, from the next frame on and without any fade."""
        self._composer, self._theme = composer, theme
        self._language = ""
        self._fades = False
        if self.showing:
            self._show(self.showing)
        composer.prepare(*self._wanted)

    def _show(self, scene: Scene) -> int:
        self.showing = scene
        words = self._choose_words(scene.language)
        if isinstance(scene, Notice):
            self._notice.fill(scene)
            self._name = "notice"
            self._clips.halt()
        elif isinstance(scene, Dark):
            self._name = "dark"
            self._clips.halt()
        else:
            self._compose(scene, words)
        self._hint = phrase_hint(scene.hint, words)
        self._identity = self._place.name if scene.identify else ""
        self.controls.fill(scene)
        self.attendant.follow(scene, words)
        self.changed.emit()
        return self._mark()

    def _compose(self, scene: Pictured, words: Words) -> None:
        composed = self._composer.compose(scene, words)
        views = {"attract": self._attract, "offering": self._offering, "saved": self._saved}
        views[composed.name].fill(composed.content)
        self._name = composed.name
        self._seconds = composed.seconds
        self._put_behind(composed, scene)

    def _put_behind(self, composed: Composed, scene: Pictured) -> None:
        if isinstance(scene, Attract) and composed.video:
            self._clips.take(scene.impression, composed.video)
            self._picture = self._picture or composed.picture
            self._take_clip()
        else:
            self._clips.release()
            self._picture, self._clip = composed.picture, None

    def _take_clip(self) -> None:
        """The picture that was there stays until the video that follows it has its first frame."""
        clip = self._clips.on_glass
        if clip and clip.is_ready and clip is not self._clip:
            self._picture, self._clip = clip.address, clip

    def _roll(self) -> None:
        self._take_clip()
        self.changed.emit()

    def foresee(self, scene: Scene) -> None:
        """Have what comes next ready: only a video takes longer than a frame."""
        if isinstance(scene, Attract):
            self._clips.foresee(scene.impression, self._composer.find_video(scene))

    def prepare(self, offers: Iterable[Offer], playlist: Iterable[Item]) -> Future[None]:
        """Make their pictures and codes ready off the GUI thread, the loop's first, as many as have room."""
        self._wanted = (tuple(offers), tuple(playlist))
        return self._composer.prepare(*self._wanted)

    def _choose_words(self, language: str) -> Words:
        words = self._theme.speak(language)
        if language != self._language:
            self._language = language
            self._speak(words)
        return words

    @Property(str, notify=changed)
    def scene(self) -> str:
        """`attract`, `offering`, `saved`, `notice` or `dark`."""
        return self._name

    @Property(str, notify=changed)
    def picture(self) -> str:
        """The address of the picture behind everything."""
        return self._picture

    @Property(Clip, notify=changed)
    def clip(self) -> Clip | None:
        """The video that the picture is the first frame of; `null`: it stands still."""
        return self._clip

    @Property(float, notify=changed)
    def seconds(self) -> float:
        """How long the loop's item stays; 0 where nothing is known of it."""
        return self._seconds

    @Property(bool, notify=changed)
    def fades(self) -> bool:
        """Whether this picture fades in over the one before."""
        return self._fades

    @Property(str, notify=changed)
    def hint(self) -> str:
        """The sentence that lies over the scene; empty: none."""
        return self._hint

    @Property(str, notify=changed)
    def identity(self) -> str:
        """The screen's name while somebody asks for it; else empty."""
        return self._identity

    @Property(str, notify=fixed)
    def side(self) -> str:
        """Where the reader is: `left`, `right` or `below`."""
        return self._place.side

    @Property(str, notify=fixed)
    def keys(self) -> str:
        """The demo's line about its keys."""
        return self._place.keys

    @Property(SceneView, notify=fixed)
    def attract(self) -> SceneView:
        """The loop."""
        return self._attract

    @Property(SceneView, notify=fixed)
    def offering(self) -> SceneView:
        """The offer for a shopper who stands near."""
        return self._offering

    @Property(SceneView, notify=fixed)
    def saved(self) -> SceneView:
        """The kept offer."""
        return self._saved

    @Property(Touch, notify=fixed)
    def touch(self) -> Touch:
        """What can be touched, and what somebody does who touches it."""
        return self.controls

    @Property(NoticeView, notify=fixed)
    def notice(self) -> NoticeView:
        """What everybody must read."""
        return self._notice

    @Property(str, notify=fixed)
    def brand(self) -> str:
        """The store's name as people know it."""
        return self._place.brand

    @Property(TickerView, notify=fixed)
    def ticker(self) -> TickerView:
        """What passes beside the scenes."""
        return self._ticker

    @Property(NightView, notify=fixed)
    def night(self) -> NightView:
        """The dark glass."""
        return self._night
