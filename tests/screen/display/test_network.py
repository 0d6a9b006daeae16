from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkReply, QNetworkRequest
from PySide6.QtQml import QQmlComponent, QQmlEngine
from pytestqt.qtbot import QtBot

from kiosk.screen.display.network import LocalAccess, LocalAccessFactory

SCRIPT = """
import QtQml
QtObject {
    property int state: 0
    property string text
    Component.onCompleted: {
        const request = new XMLHttpRequest();
        request.onreadystatechange = () => { state = request.readyState; text = request.responseText; };
        request.open("GET", "%s");
        request.send();
    }
}
"""


class Shop:
    """A web server that counts who asks."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        shop = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                shop.asked.append(self.path)
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"secret")

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/offer.png"


@pytest.fixture
def shop() -> Iterator[Shop]:
    shop = Shop()
    thread = Thread(target=shop.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield shop
    shop.server.shutdown()
    thread.join()
    shop.server.server_close()


def test_a_script_in_qml_reaches_no_server(qtbot: QtBot, shop: Shop) -> None:
    engine, factory = QQmlEngine(), LocalAccessFactory()
    engine.setNetworkAccessManagerFactory(factory)
    component = QQmlComponent(engine)
    component.setData((SCRIPT % shop.url).encode(), QUrl())
    item = component.create()
    assert item is not None, component.errorString()
    qtbot.waitUntil(lambda: item.property("state") == 4)
    assert (item.property("text"), shop.asked) == ("", [])


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/x", "https://shop.example/x", "ftp://127.0.0.1/x", "data:,x"])
def test_every_scheme_but_local_files_is_refused(qtbot: QtBot, url: str) -> None:
    access = LocalAccess()
    reply = access.get(QNetworkRequest(QUrl(url)))
    qtbot.waitUntil(reply.isFinished)
    assert reply.error() is QNetworkReply.NetworkError.ProtocolUnknownError
