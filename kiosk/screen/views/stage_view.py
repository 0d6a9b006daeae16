"""All that is on the glass as QML reads it: which scene, what lies behind and over it, and a view for each part."""

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.screen.place import Place
from kiosk.screen.video.clip import Clip
from kiosk.screen.views.enrolment_view import EnrolmentView
from kiosk.screen.views.night_view import NightView
from kiosk.screen.views.notice_view import NoticeView
from kiosk.screen.views.scene_view import SceneView
from kiosk.screen.views.shelf_view import ShelfView
from kiosk.screen.views.ticker_view import TickerView
from kiosk.screen.views.touch import Touch

QML_IMPORT_NAME = "Vitrine.Stage"
QML_IMPORT_MAJOR_VERSION = 1


class StageContent(Struct, frozen=True):
    """The scene's name, the address of what lies behind it, and the sentences that lie over it, empty where none does.

    `clip` is the video that the picture is the first frame of; `seconds` is how long the loop's item stays, 0 where
    nothing is known of it; `identity` is the screen's name while somebody asks for it.
    """

    name: Literal["attract", "offering", "saved", "greeting", "notice", "dark"] = "attract"
    picture: str = ""
    clip: Clip | None = None
    seconds: float = 0.0
    fades: bool = False
    hint: str = ""
    identity: str = ""


@QmlElement
class StageView(QObject):
    """Holds the content of the glass; belongs to the GUI thread. The views of its parts are filled by themselves."""

    changed = Signal()
    # Never emitted. It stands for `constant=True`, which the tool that describes this class to qmllint does not know.
    fixed = Signal()

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._content = StageContent()
        self.scenes = {name: SceneView(self) for name in ("attract", "offering", "saved", "greeting")}
        self.notice_view = NoticeView(self)
        self.controls = Touch(self)
        self.enrolment_view = EnrolmentView(self)
        self.ticker_view = TickerView(self)
        self.shelf_view = ShelfView(self)
        self._night = NightView(self, has_clock=place.night_clock)

    def fill(self, content: StageContent) -> None:
        """Show this content from the next frame on."""
        self._content = content
        self.changed.emit()

    @Property(str, notify=changed)
    def scene(self) -> str:
        """`attract`, `offering`, `saved`, `greeting`, `notice` or `dark`."""
        return self._content.name

    @Property(str, notify=changed)
    def picture(self) -> str:
        """The address of the picture behind everything."""
        return self._content.picture

    @Property(Clip, notify=changed)
    def clip(self) -> Clip | None:
        """The video that the picture is the first frame of; `null`: it stands still."""
        return self._content.clip

    @Property(float, notify=changed)
    def seconds(self) -> float:
        """How long the loop's item stays."""
        return self._content.seconds

    @Property(bool, notify=changed)
    def fades(self) -> bool:
        """Whether this picture fades in over the one before."""
        return self._content.fades

    @Property(str, notify=changed)
    def hint(self) -> str:
        """The sentence that lies over the scene."""
        return self._content.hint

    @Property(str, notify=changed)
    def identity(self) -> str:
        """The screen's name while somebody asks for it."""
        return self._content.identity

    @Property(str, notify=fixed)
    def side(self) -> str:
        """Where the reader is: `left`, `right` or `below`."""
        return self._place.side

    @Property(str, notify=fixed)
    def keys(self) -> str:
        """The demo's line about its keys."""
        return self._place.keys

    @Property(str, notify=fixed)
    def brand(self) -> str:
        """The store's name as people know it."""
        return self._place.brand

    @Property(SceneView, notify=fixed)
    def attract(self) -> SceneView:
        """The loop."""
        return self.scenes["attract"]

    @Property(SceneView, notify=fixed)
    def offering(self) -> SceneView:
        """The offer for a shopper who stands near."""
        return self.scenes["offering"]

    @Property(SceneView, notify=fixed)
    def saved(self) -> SceneView:
        """The kept offer."""
        return self.scenes["saved"]

    @Property(SceneView, notify=fixed)
    def greeting(self) -> SceneView:
        """What somebody reads who came in, or for something."""
        return self.scenes["greeting"]

    @Property(Touch, notify=fixed)
    def touch(self) -> Touch:
        """What can be touched, and what somebody does who touches it."""
        return self.controls

    @Property(NoticeView, notify=fixed)
    def notice(self) -> NoticeView:
        """What everybody must read."""
        return self.notice_view

    @Property(EnrolmentView, notify=fixed)
    def enrolment(self) -> EnrolmentView:
        """What a screen says that is not let in yet."""
        return self.enrolment_view

    @Property(TickerView, notify=fixed)
    def ticker(self) -> TickerView:
        """What passes beside the scenes."""
        return self.ticker_view

    @Property(ShelfView, notify=fixed)
    def shelf(self) -> ShelfView:
        """What things cost on the shelf that the screen hangs on."""
        return self.shelf_view

    @Property(NightView, notify=fixed)
    def night(self) -> NightView:
        """The dark glass."""
        return self._night
