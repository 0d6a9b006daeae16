"""The smallest Qt Quick program that paints an offer upon an MQTT message: the yardstick for the real screen.

`python -m kiosk.bench.bare OFFERS HOST PORT`: no core, no theme, no members, but the same renderer, pictures decoded
and codes made beforehand, and one queued signal. It says each frame as the screen does, and ends with its input.
"""

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from time import monotonic

import msgspec
from PySide6.QtCore import QObject, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlImageProviderBase
from PySide6.QtQuick import QQuickImageProvider, QQuickView, QQuickWindow, QSGRendererInterface

from kiosk.bench.bare_offer import ZONE, BareOffer
from kiosk.bench.leash import end_with_input
from kiosk.bench.said import Said, say
from kiosk.mqtt.frames import CONNACK, FrameCutter, make_connect, make_subscribe
from kiosk.screen.display.frames import FrameWatch
from kiosk.screen.display.renderer import choose_platform, choose_renderer

SIZE = QSize(1920, 1080)
CODE_SIDE = 360
NEAR_M = 2.0
READ_BYTES = 65_536


class Message(msgspec.Struct):
    """What it reads of an ESPresense message."""

    id: str
    distance: float


class Pictures(QQuickImageProvider):
    """What was made beforehand, by address."""

    def __init__(self) -> None:
        super().__init__(QQmlImageProviderBase.ImageType.Image)
        self.images: dict[str, QImage] = {}

    def load(self, offer: BareOffer) -> None:
        """Decode its picture."""
        image = QImage(offer.picture).scaled(SIZE, mode=Qt.TransformationMode.SmoothTransformation)
        self.images[f"picture/{offer.id}"] = image.convertToFormat(QImage.Format.Format_RGB32)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, ARG002, N802, N803  # Qt's own names
        """Called by Qt within the frame."""
        return self.images.get(id) or QImage()


class Bare(QObject):
    """The window and the one way into it; `when_seen` is called after its first frame."""

    heard = Signal(int, float)

    def __init__(self, offers: list[BareOffer], when_seen: Callable[[], None]) -> None:
        super().__init__()
        self._offers = offers
        self._when_seen = when_seen
        self.pictures = Pictures()
        self.pictures.load(offers[0])
        self._view = QQuickView()
        self._view.engine().addImageProvider("bare", self.pictures)
        self._view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self._view.resize(SIZE)
        self._view.setSource(QUrl.fromLocalFile(str(Path(__file__).with_suffix(".qml"))))
        self._watch = FrameWatch(self._view, self._tell)
        self._shown = (0, monotonic())
        self.heard.connect(self.show, Qt.ConnectionType.QueuedConnection)

    def open(self) -> None:
        """Show the loop's picture."""
        self.show(0, monotonic())
        self._view.show()

    def show(self, number: int, heard_at: float) -> None:
        """Paint this offer, which was asked for at that monotonic time (seconds)."""
        offer, root = self._offers[number], self._view.rootObject()
        root.setProperty("picture", f"image://bare/picture/{offer.id}")
        root.setProperty("title", offer.title)
        root.setProperty("line", offer.text)
        root.setProperty("price", offer.price)
        root.setProperty("code", f"image://bare/code/{offer.id}" if offer.link else "")
        self._shown = (number, heard_at)
        self._watch.mark()

    def _tell(self, generation: int, swapped_at: float) -> None:
        number, heard_at = self._shown
        reason = "proximity" if number else "loop"
        say(Said("shown", swapped_at, heard_at, self._offers[number].id, reason))
        if generation == 1:
            self._when_seen()


def get_ready(bare: Bare, offers: list[BareOffer], host: str, port: int) -> None:
    """Decode all pictures, make all codes, then listen."""
    from PySide6.QtGui import QColor  # noqa: PLC0415 # as the screen: not before the first frame

    from kiosk.screen.images.qr import draw_code  # noqa: PLC0415 # as above

    for offer in offers[1:]:
        bare.pictures.load(offer)
        bare.pictures.images[f"code/{offer.id}"] = draw_code(offer.link, QColor("black")).scaled(CODE_SIDE, CODE_SIDE)
    if port:
        listen(bare, len(offers) - 1, host, port)


def listen(bare: Bare, count: int, host: str, port: int) -> None:
    """Hear the gateways of the bench's zone."""
    line = socket.create_connection((host, port))
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    line.sendall(make_connect("bare", 0, None, None))
    cutter = FrameCutter()
    while data := line.recv(READ_BYTES):
        now, burst = monotonic(), cutter.cut(data)
        if any(kind == CONNACK for kind, _ in burst.answers):
            line.sendall(make_subscribe([f"espresense/devices/+/{ZONE}"]))
        for payload in burst.latest.values():
            message = msgspec.json.decode(payload, type=Message)
            if message.distance < NEAR_M:
                bare.heard.emit(1 + int(message.id.rpartition(":")[2]) % count, now)


def start_thread(task: Callable[..., None], *arguments: object) -> None:
    """Let it run beside the window."""
    Thread(target=task, args=arguments, daemon=True).start()


def main(offers_file: str, host: str, port: str) -> int:
    """Show the window until the bench is done."""
    os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"
    platform = choose_platform(os.environ)
    os.environ.setdefault("QT_QPA_PLATFORM", platform or "xcb")
    if choose_renderer("auto", platform) == "software":
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    application = QGuiApplication(["bare"])
    offers = msgspec.json.decode(Path(offers_file).read_bytes(), type=list[BareOffer])
    bare = Bare(offers, lambda: start_thread(get_ready, bare, offers, host, int(port)))
    bare.open()
    end_with_input()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
