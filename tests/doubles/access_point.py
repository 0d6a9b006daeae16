"""An OpenEPaperLink access point as far as the hub speaks with one, with its labels: it decodes what it is sent.

As the real one, it looks for the form's fields as the file begins, tells its labels in pages, and maps each pixel of a
picture to the nearest colour of the panel.
"""

import io
import json
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

from PIL import Image
from typing_extensions import override

from tests.doubles.http_server import HttpServer

PANELS: dict[int, dict[str, Any]] = {
    0x00: {"name": '1.54"', "width": 152, "height": 152},
    0x01: {"name": '2.9"', "width": 296, "height": 128},
    0x02: {"name": '4.2"', "width": 400, "height": 300},
    0x05: {"name": '7.5"', "width": 640, "height": 384},
}
COLOURS = {"white": [255, 255, 255], "black": [0, 0, 0], "red": [255, 0, 0]}
PAGE = 3
"""Labels on a page; the real one has as many as 5,000 bytes hold."""
CLOSE = 40
"""So far from a pure colour a pixel may be at most, channel by channel, to be no noise on the panel."""


@dataclass
class PretendAccessPoint:
    """`fates` are the statuses that the next requests are answered with instead; `pictures` what each label shows."""

    url: str = ""
    tags: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    pictures: dict[str, Image.Image] = field(default_factory=dict[str, Image.Image])
    uploads: int = 0
    fates: list[int] = field(default_factory=list[int])
    body: bytes | None = None
    """What is answered in place of a page of labels."""

    def add(self, mac: str, kind: int = 0x01, **more: object) -> None:
        """A label that has just been heard of."""
        tag = {"mac": mac, "hwType": kind, "lastseen": 0, "nextcheckin": 0, "pending": 0, "batteryMv": 2900}
        self.tags[mac] = {**tag, "hash": "0" * 32, "alias": "", "LQI": 100, **more}

    def hear(self, mac: str, seconds: int) -> None:
        """The label fetches what waits for it, at this moment, and is to speak again a minute later."""
        self.tags[mac] |= {"lastseen": seconds, "nextcheckin": seconds + 60, "pending": 0}

    def tell(self, place: int) -> bytes:
        """A page of labels."""
        if self.body is not None:
            return self.body
        tags = list(self.tags.values())
        page: dict[str, object] = {"tags": tags[place : place + PAGE]}
        return json.dumps(page | ({"continu": place + PAGE} if place + PAGE < len(tags) else {})).encode()

    def take(self, fields: dict[str, bytes]) -> tuple[int, bytes]:
        """Take a picture; fields that follow the file are not seen."""
        names = list(fields)
        if "mac" not in names[: names.index("file")]:
            return 400, b"parameters incomplete"
        mac = fields["mac"].decode()
        if mac not in self.tags:
            return 400, b"mac not found"
        assert fields["dither"] == b"0"
        panel = PANELS[self.tags[mac]["hwType"]]
        picture = Image.open(io.BytesIO(fields["file"])).convert("RGB")
        assert picture.format is None
        assert picture.size == (panel["width"], panel["height"])
        self.pictures[mac] = read_panel(picture)
        self.uploads += 1
        self.tags[mac]["pending"] = 1
        return 200, b"Ok, saved"


def read_panel(picture: Image.Image) -> Image.Image:
    """What the panel shows; fails where a pixel is of no colour that it has."""
    pixels = [_find_nearest(pixel) for pixel in picture.get_flattened_data()]  # type: ignore[arg-type] # of an RGB picture
    shown = Image.new("RGB", picture.size)
    shown.putdata(pixels)
    return shown


def _find_nearest(pixel: tuple[int, int, int]) -> tuple[int, int, int]:
    colours: list[tuple[int, int, int]] = [(255, 255, 255), (0, 0, 0), (255, 0, 0)]
    nearest = min(colours, key=lambda colour: sum(abs(one - other) for one, other in zip(colour, pixel, strict=True)))
    assert max(abs(one - other) for one, other in zip(nearest, pixel, strict=True)) <= CLOSE, pixel
    return nearest


@contextmanager
def open_access_point() -> Generator[PretendAccessPoint]:
    """One that listens on this machine."""
    point = PretendAccessPoint()
    with HttpServer(("127.0.0.1", 0), _make_handler(point)) as server:
        point.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield point
        server.shutdown()
        thread.join()


def _make_handler(point: PretendAccessPoint) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        @override
        def log_message(self, format: str, *args: object) -> None:
            """A test that fails says what it needs."""

        def do_GET(self) -> None:
            place = urlsplit(self.path)
            if place.path == "/get_db":
                self._answer(200, point.tell(int(parse_qs(place.query)["pos"][0])))
                return
            kind = place.path.removeprefix("/tagtypes/").removesuffix(".json")
            panel = PANELS.get(int(kind, 16))
            self._answer(200 if panel else 404, json.dumps({**(panel or {}), "colortable": COLOURS}).encode())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            form = message_from_bytes(b"Content-Type: " + self.headers["Content-Type"].encode() + b"\r\n\r\n" + body)
            parts = {str(part.get_param("name", header="content-disposition")): part for part in form.walk()}
            fields = {name: part.get_payload(decode=True) for name, part in parts.items() if not part.is_multipart()}
            if point.fates:
                self._answer(point.fates.pop(0), b"Come back later")
            else:
                self._answer(*point.take({name: bytes(value) for name, value in fields.items()}))

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler
