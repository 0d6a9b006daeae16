"""A FeliCa card with NDEF: NFC Forum Type 3 (JIS X 6319-4)."""

from collections.abc import Callable
from dataclasses import dataclass, field

_PMM = b"\xff" * 8
_SYSTEM = b"\x12\xfc"
_BLOCK = 16
_BLOCKS_A_READ = 4
_POLLING, _READ = 0x00, 0x06


@dataclass(frozen=True, slots=True)
class Felica:
    """A FeliCa card with an 8-byte id and an NDEF message, which may be empty."""

    idm: bytes = field(repr=False)
    message: bytes = field(default=b"", repr=False)
    technology: str = "212F"

    def begin(self) -> Callable[[bytes], bytes | None]:
        """Enter the field."""
        memory = write_memory(self.message)
        return lambda frame: self._answer(frame, memory)

    def _answer(self, frame: bytes, memory: bytes) -> bytes | None:
        if frame[1] == _POLLING and frame[2:4] in {_SYSTEM, b"\xff\xff"}:
            return _wrap(0x01, self.idm + _PMM + (_SYSTEM if frame[4] == 1 else b""))
        if frame[1] == _READ and frame[2:10] == self.idm:
            return _wrap(0x07, self.idm + _read_blocks(memory, frame[14:]))
        return None


def write_memory(message: bytes) -> bytes:
    """The blocks of 16 bytes: the attribute block with its check sum, then the message."""
    blocks = -(-len(message) // _BLOCK)
    room = max(blocks, 1).to_bytes(2, "big")
    attributes = bytes([0x10, _BLOCKS_A_READ, 1]) + room + bytes(6) + len(message).to_bytes(3, "big")
    return attributes + sum(attributes).to_bytes(2, "big") + message.ljust(blocks * _BLOCK, b"\x00")


def _read_blocks(memory: bytes, block_list: bytes) -> bytes:
    """Status, number of blocks and the blocks of the answer to READ WITHOUT ENCRYPTION."""
    blocks = [memory[_BLOCK * number :][:_BLOCK] for number in block_list[1::2]]  # 80 and the number, each
    if not all(blocks):
        return b"\x01\xa2"
    return bytes([0, 0, len(blocks)]) + b"".join(blocks)


def _wrap(code: int, payload: bytes) -> bytes:
    return bytes([len(payload) + 2, code]) + payload
