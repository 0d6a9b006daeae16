"""What a theme becomes on this display: all that the screen exchanges when it is dressed anew."""

from functools import partial

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickWindow

from kiosk.screen.composer import STILL, Composer, MediaPath
from kiosk.screen.images.figures import FiguresShelf, choose_figures
from kiosk.screen.images.lettering import LetteringShelf, choose_style
from kiosk.screen.images.mount import Mount
from kiosk.screen.images.pictures import PictureShelf, Refused
from kiosk.screen.images.qr import CodeShelf
from kiosk.screen.images.shelves import Shelves
from kiosk.screen.images.still import paint_still, read_still
from kiosk.screen.layout.arrange import arrange
from kiosk.screen.layout.plan import Plan
from kiosk.screen.layout.zones import divide_glass, join_bands
from kiosk.settings import Display
from kiosk.theming.package import Theme
from kiosk.theming.resolve import enlarge_text, is_strip, scale_tokens, still_tokens
from kiosk.theming.tokens import Tokens


class Outfit(Struct, frozen=True):
    """A theme at one display's size, with its own shelves and the composer that fills them."""

    theme: Theme
    tokens: Tokens
    plan: Plan
    shelves: Shelves
    composer: Composer


class Tailor(Struct, frozen=True):
    """Makes outfits for one display: `glass` is its size in pixels as the scenes see it, `side` the reader's."""

    display: Display
    glass: QSize
    side: str
    media_path: MediaPath
    on_refused: Refused

    def fit(self, theme: Theme, number: int = 0) -> Outfit:
        """The theme's outfit; safe to call from any thread."""
        worn = join_bands(theme.tokens, self.glass)
        whole = self._fit_tokens(worn, self.glass)
        zones = divide_glass(whole, self.glass)
        tokens = self._fit_tokens(worn, zones.measure)
        if is_strip(self.glass.width(), self.glass.height()):
            tokens = replace(tokens, legal=whole.legal)  # small as it is, while a band takes much of the height
        plan = replace(arrange(tokens, zones.main, self.side), above=zones.above, below=zones.below)
        still = _find_still(theme, zones.main)
        plan = replace(plan, sun=QRectF()) if still else plan
        codes = CodeShelf(QColor(tokens.code_ink))
        letterings = LetteringShelf(choose_style(tokens, plan))
        figures = FiguresShelf(choose_figures(tokens, plan))
        shelves = Shelves(self._make_pictures(still, tokens, plan, zones.main), codes, letterings, figures, number)
        return Outfit(theme, tokens, plan, shelves, Composer(shelves, self.media_path))

    def _fit_tokens(self, tokens: Tokens, size: QSize) -> Tokens:
        """At this size; still if motion is unwanted, without zoom where it costs too much or shows seams."""
        fitted = scale_tokens(tokens, size.width(), size.height(), self.display.distance_m, self.display.diagonal_in)
        if QQuickWindow.sceneGraphBackend() == "software" or tokens.arrangement != "left":
            fitted = replace(fitted, zoom_percent_per_s=0.0)
        fitted = enlarge_text(fitted, self.display.text_scale)
        return still_tokens(fitted) if self.display.reduced_motion else fitted

    def _make_pictures(self, own: bytes, tokens: Tokens, plan: Plan, size: QSize) -> PictureShelf:
        ground, inks = QColor(tokens.ground), (QColor(tokens.ink), QColor(tokens.light_ink))
        mount = Mount(size, plan.window, plan.calm, ground, plan.framed, tokens.edge, tokens.shade)
        pictures = PictureShelf(mount, inks, on_refused=self.on_refused)
        drawn = partial(paint_still, size, plan.sun, ground, QColor(tokens.sun))
        pictures.pin(STILL, lambda: read_still(own, size) or drawn())
        return pictures


def _find_still(theme: Theme, size: QSize) -> bytes:
    """The theme's own for this orientation; empty where a disc is drawn."""
    return theme.pictures.get("still_portrait" if size.height() > size.width() else "still", b"")
