"""The server that can end: pages that stand open would hold it for as long as they are looked at."""

import socket
from collections.abc import Callable

import uvicorn
from typing_extensions import override


class EndingServer(uvicorn.Server):
    """uvicorn's server, which calls `when_ending` before it waits for what it still answers."""

    def __init__(self, config: uvicorn.Config, when_ending: Callable[[], None]) -> None:
        super().__init__(config)
        self._when_ending = when_ending

    @override
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End."""
        self._when_ending()
        await super().shutdown(sockets)
