"""A card made of nfcpy's own listening side: a Type 2 tag that shares no code with the pretend field."""

import threading
from typing import Any, Self

import nfc
import nfc.clf

from kiosk.nfc.quiet import silence_libraries

_LISTEN_S = 0.5
_READ = 0x30
_POLLS = (0x26, 0x52, 0x93, 0x95)


class ForeignCard:
    """Lies in the field of the UDP reader at `port` for as long as the context lasts; `uid` has 4 bytes."""

    def __init__(self, port: int, uid: bytes, message: bytes) -> None:
        silence_libraries()
        self._port = port
        self._uid = uid
        self._memory = _write_memory(uid, message)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._lie_there, name="foreign-card", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._thread.join()

    def _lie_there(self) -> None:
        frontend: Any = nfc.ContactlessFrontend(f"udp:localhost:{self._port}")
        with frontend:
            while not self._stopping.is_set():
                shape: dict[str, Any] = {"sens_res": bytearray(b"\x04\x00"), "sel_res": bytearray(b"\x00")}
                local = nfc.clf.LocalTarget("106A", sdd_res=bytearray(self._uid), **shape)
                activated = frontend.listen(local, timeout=_LISTEN_S)
                if activated is not None and activated.tt2_cmd:
                    self._talk(frontend, bytes(activated.tt2_cmd))

    def _talk(self, frontend: Any, command: bytes) -> None:  # noqa: ANN401 # nfcpy ships no types
        """Answer reads until the reader polls anew or falls silent."""
        while not self._stopping.is_set() and command[0] not in _POLLS:
            answer = self._memory[4 * command[1] :][:16] if command[0] == _READ else b"\x00"
            try:
                command = bytes(frontend.exchange(answer, timeout=_LISTEN_S))
            except nfc.clf.CommunicationError:
                return


def _write_memory(uid: bytes, message: bytes) -> bytes:
    """NFC Forum Type 2: four pages of head, of which nobody reads the first three here, then the message as a TLV."""
    head = uid + bytes(8) + bytes([0xE1, 0x10, 0x12, 0x00])
    return (head + bytes([0x03, len(message)]) + message + b"\xfe").ljust(180, b"\x00")
