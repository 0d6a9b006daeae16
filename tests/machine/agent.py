"""A hand inside the machine that does harm where no key can; only the copy for the test has it."""

import socket
from pathlib import Path

UNIT = """\
[Unit]
Description=The test's hand
StartLimitIntervalSec=0
[Service]
ExecStart=/bin/sh /etc/test-hand
Restart=always
RestartSec=1
"""
SCRIPT = """\
exec 3<>/dev/virtio-ports/agent
while read -r line <&3; do
    sh -c "$line" </dev/null >/run/test-hand.out 2>&1
    printf '%s ' $? >&3
    tr '\\n' ' ' </run/test-hand.out >&3
    printf '\\n' >&3
done
"""
JOURNAL = """\
[Journal]
ForwardToConsole=yes
TTYPath=/dev/ttyS0
MaxLevelConsole=info
"""
FILES = {
    "/etc/systemd/journald.conf.d/test.conf": (JOURNAL, 0o644),
    "/etc/systemd/system/test-hand.service": (UNIT, 0o644),
    "/etc/systemd/system/multi-user.target.d/test-hand.conf": ("[Unit]\nWants=test-hand.service\n", 0o644),
    "/etc/test-hand": (SCRIPT, 0o644),
}


class Agent:
    """Root inside the machine, by a line of its own."""

    def __init__(self, place: Path, patience_s: float) -> None:
        self._line = socket.socket(socket.AF_UNIX)
        self._line.settimeout(patience_s)
        self._line.connect(str(place))
        self._words = self._line.makefile("r")

    def ask(self, command: str) -> str:
        """What the shell's command says, after its exit code."""
        self._line.sendall(f"{command}\n".encode())
        return self._words.readline().strip()

    def close(self) -> None:
        """Let go."""
        self._words.close()
        self._line.close()
