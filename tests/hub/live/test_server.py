import asyncio
import threading

import requests
import uvicorn
from starlette.types import Receive, Scope, Send

from kiosk.hub.live.server import EndingServer
from kiosk.hub.serve import open_listener
from tests.hub.running import DEADLINE_S


def test_what_waits_for_the_end_hears_of_it_before_it_is_waited_for() -> None:
    asked, ending = threading.Event(), asyncio.Event()

    async def answer(_scope: Scope, _receive: Receive, send: Send) -> None:
        asked.set()
        await ending.wait()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    listener = open_listener("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    server = EndingServer(uvicorn.Config(answer, log_config=None, lifespan="off"), ending.set)
    threads = [
        threading.Thread(target=server.run, kwargs={"sockets": [listener]}),
        threading.Thread(target=requests.get, args=(url,), kwargs={"timeout": DEADLINE_S}),
    ]
    for thread in threads:
        thread.start()
    assert asked.wait(DEADLINE_S)
    server.should_exit = True
    for thread in threads:
        thread.join(DEADLINE_S)

    assert [thread.is_alive() for thread in threads] == [False, False]
