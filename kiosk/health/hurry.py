"""Listens to somebody for so long and no longer, however slowly she speaks."""

from io import RawIOBase
from socket import socket
from time import monotonic

from typing_extensions import Buffer, override


class Hurry(RawIOBase):
    """What comes on a line before `end`, in monotonic seconds; reading raises `TimeoutError` from then on."""

    def __init__(self, line: socket, end: float) -> None:
        super().__init__()
        self._line = line
        self._end = end

    @override
    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        """The next bytes, as `RawIOBase` says."""
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        self._line.settimeout(left)
        return self._line.recv_into(buffer)
