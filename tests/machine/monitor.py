"""Speaks to a running QEMU: presses its keys, looks at its glass, and notices when the machine begins anew."""

import json
import socket
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PATIENCE_S = 60.0


class Monitor:
    """The machine's control line. Source of the commands: QEMU's QMP reference manual."""

    def __init__(self, place: Path) -> None:
        self._line = socket.socket(socket.AF_UNIX)
        self._line.settimeout(PATIENCE_S)
        self._line.connect(str(place))
        self._words = self._line.makefile("rb")
        self.resets = 0
        """How often the machine began anew since this line was opened."""
        json.loads(self._words.readline())
        self.ask("qmp_capabilities")

    def close(self) -> None:
        """Hang up."""
        self._words.close()
        self._line.close()

    def ask(self, command: str, **arguments: Any) -> Any:  # noqa: ANN401 # QMP's answers are whatever JSON can be
        """Have it do this; what it answers. An error of QEMU's is an `AssertionError`."""
        self._line.sendall(json.dumps({"execute": command, "arguments": arguments}).encode())
        while True:
            said = json.loads(self._words.readline())
            self.resets += said.get("event") == "RESET"
            assert "error" not in said, said
            if "return" in said:
                return said["return"]

    def press(self, keys: Sequence[str]) -> None:
        """Press all of these at once, by QEMU's names of keys."""
        self.ask("send-key", keys=[{"type": "qcode", "data": key} for key in keys], **{"hold-time": 200})

    def picture(self, file: Path) -> Path:
        """What is on the glass, as PNG."""
        self.ask("screendump", filename=str(file), format="png")
        return file
