"""What hangs on the board, as the floor knows it."""

from msgspec import Struct

from kiosk.core.events import BoardChanged
from kiosk.core.notice.bulletin import Board


class Posted(Struct, frozen=True):
    """The board, and as `news` its last change while the glass does not show it yet."""

    board: Board = Board()
    news: BoardChanged | None = None
