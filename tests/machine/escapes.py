"""Thirty ways by which somebody may try to get past the screen, to a console, a desktop or a restart."""

from collections.abc import Callable

from tests.machine.agent import Agent
from tests.machine.emulator import Emulator

Attempt = Callable[[Emulator, Agent], object]

_CTRL_ALT = ("ctrl", "alt")
_KEYS = (
    *((*_CTRL_ALT, f"f{number}") for number in range(1, 8)),
    (*_CTRL_ALT, "delete"),
    (*_CTRL_ALT, "backspace"),
    (*_CTRL_ALT, "t"),
    (*_CTRL_ALT, "esc"),
    ("alt", "f2"),
    ("alt", "f4"),
    ("alt", "tab"),
    ("alt", "esc"),
    ("alt", "left"),
    ("ctrl", "c"),
    ("ctrl", "q"),
    ("ctrl", "w"),
    ("meta_l",),
    ("meta_l", "l"),
    ("alt", "sysrq", "b"),
    ("alt", "sysrq", "k"),
)


def _press(*keys: str) -> Attempt:
    return lambda emulator, _agent: emulator.monitor.press(keys)


def _press_delete_often(emulator: Emulator, _agent: Agent) -> None:
    """What systemd takes for despair: seven times within two seconds."""
    for _ in range(9):
        emulator.monitor.press((*_CTRL_ALT, "delete"))


def _plug_keyboard(emulator: Emulator, _agent: Agent) -> None:
    emulator.monitor.ask("device_add", driver="usb-kbd", id="stranger", bus="usb.0")
    emulator.monitor.press((*_CTRL_ALT, "f3"))


def _do(command: str) -> Attempt:
    return lambda _emulator, agent: agent.ask(command)


def _signal_screen(signal: str) -> Attempt:
    """To all that the compositor started, which is the unit's own process."""
    processes = "/sys/fs/cgroup/system.slice/vitrine-screen.service/cgroup.procs"
    own = "$(systemctl show --value --property=MainPID vitrine-screen)"
    return _do(f"kill -{signal} $(grep -vx {own} {processes})")


_FLOOD = (
    "import socket; s = socket.socket(type=2); any(s.sendto(bytes(1400), ('127.0.0.1', 9)) < 0 for _ in iter(int, 1))"
)
FALLS = ("the screen is killed", "the compositor is killed", "the screen hangs")
"""After these it has to be started anew; after the others it just goes on."""
ATTEMPTS: dict[str, Attempt] = {
    **{"-".join(keys): _press(*keys) for keys in _KEYS},
    "ctrl-alt-delete nine times": _press_delete_often,
    "a strange keyboard": _plug_keyboard,
    "the screen is killed": _signal_screen("KILL"),
    "the compositor is killed": _do("systemctl kill --signal=KILL --kill-who=main vitrine-screen"),
    "the screen hangs": _signal_screen("STOP"),
    "the disk is full": _do("dd if=/dev/zero of=/var/lib/vitrine-kiosk/full bs=1M; true"),
    "a flood of packets": _do(f'timeout 10 python3 -c "{_FLOOD}"; true'),
}
