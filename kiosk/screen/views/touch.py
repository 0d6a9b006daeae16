"""What the glass's controls read, and where a touch or a key goes: to whoever listens, as a wish."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.glass.scene import Browsing, Comfort, Offering, Saved, Scanned, Scene
from kiosk.core.wish import Wish
from kiosk.screen.layout.keys import ZOOM

QML_IMPORT_NAME = "Vitrine.Stage"
QML_IMPORT_MAJOR_VERSION = 1

AS_USUAL = Comfort()


@QmlElement
class Touch(QObject):
    """Belongs to the GUI thread. Nothing of it is on the glass before `offer` was called."""

    changed = Signal()
    # As in `StageView`: stands for `constant=True`.
    fixed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_wish: Callable[[Wish], None] | None = None
        self._speaks = self._changes_language = self._calls = False
        self._browsing: Browsing | None = None
        self._larger = False
        self.on_named: Callable[[str], None] = lambda _control: None

    def offer(self, on_wish: Callable[[Wish], None], *, languages: int, speaks: bool, calls: bool = True) -> None:
        """Let the glass be touched from now on: each wish is told.

        It knows so many languages, `speaks` or not, and `calls` somebody of the staff or not.
        """
        self._on_wish = on_wish
        self._changes_language, self._speaks, self._calls = languages > 1, speaks, calls
        self.changed.emit()

    def fill(self, scene: Scene) -> None:
        """Follow this scene."""
        browsing = scene if isinstance(scene, Browsing) else None
        larger = _is_larger(scene)
        if (browsing, larger) != (self._browsing, self._larger):
            self._browsing, self._larger = browsing, larger
            self.changed.emit()

    @Slot(str)
    def ask(self, wish: str) -> None:
        """Called by QML with the value of a `Wish`."""
        if self._on_wish:
            self._on_wish(Wish(wish))

    @Slot(str)
    def name(self, control: str) -> None:
        """Called by QML with the name of the control that the keys have come to."""
        self.on_named(control)

    @property
    def _comfort(self) -> Comfort:
        return self._browsing.comfort if self._browsing else AS_USUAL

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        """Whether the glass can be touched."""
        return self._on_wish is not None

    @Property(bool, notify=changed)
    def speaks(self) -> bool:
        """Whether it can read aloud."""
        return self._speaks

    @Property(bool, notify=changed)
    def calls(self) -> bool:
        """Whether it can call somebody of the staff."""
        return self._calls

    @Property(bool, notify=changed)
    def changesLanguage(self) -> bool:  # noqa: N802 # QML's own way of writing names
        """Whether it knows more than one language."""
        return self._changes_language

    @Property(bool, notify=changed)
    def active(self) -> bool:
        """Whether somebody browses."""
        return self._browsing is not None

    @Property(str, notify=changed)
    def place(self) -> str:
        """Which offer it is, of how many: `3/7`."""
        return f"{self._browsing.place + 1}/{self._browsing.count}" if self._browsing else ""

    @Property(bool, notify=changed)
    def larger(self) -> bool:
        """Whether larger text is wanted, in this scene or in one before."""
        return self._larger and self._on_wish is not None

    @Property(float, notify=fixed)
    def zoom(self) -> float:
        """So many times as large it is then."""
        return ZOOM

    @Property(bool, notify=changed)
    def lower(self) -> bool:
        """Whether all controls are wanted at the lower edge."""
        return self._comfort.lower

    @Property(bool, notify=changed)
    def reads(self) -> bool:
        """Whether all is read aloud."""
        return self._comfort.read

    @Property(bool, notify=changed)
    def ending(self) -> bool:
        """Whether it asks if somebody is still there."""
        return self._browsing is not None and self._browsing.ending


def _is_larger(scene: Scene) -> bool:
    match scene:
        case Browsing():
            return scene.comfort.larger
        case Offering() | Saved() | Scanned():
            return scene.larger
        case _:
            return False
