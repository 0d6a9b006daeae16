"""A machine of its own in QEMU, from power-on: nothing here runs on the kernel of whoever tests."""

import shutil
import subprocess
import threading
import time
from pathlib import Path

from tests.machine.monitor import Monitor

FIRMWARE = Path("/usr/share/OVMF")
WAYS = "10.0.2.2"
"""By which address the machine reaches this one's loopback. Source: QEMU's user network."""
_START_S = 20.0


class Emulator:
    """Runs until `stop`; `folder` takes its log. Without KVM, so that it runs wherever a build does."""

    def __init__(self, disk: Path, folder: Path) -> None:
        variables = folder / "firmware"
        shutil.copy(FIRMWARE / "OVMF_VARS_4M.fd", variables)
        self._place = folder / "monitor"
        command = [
            *(
                "qemu-system-x86_64",
                "-machine",
                "q35,smm=off",
                "-accel",
                "tcg,thread=multi,tb-size=512",
                "-cpu",
                "Nehalem",
            ),
            *("-smp", "2", "-m", "2048"),
            *("-drive", f"if=pflash,format=raw,readonly=on,file={FIRMWARE / 'OVMF_CODE_4M.fd'}"),
            *("-drive", f"if=pflash,format=raw,file={variables}"),
            *("-drive", f"if=virtio,format=raw,cache=unsafe,file={disk}"),
            *("-device", "virtio-vga,xres=960,yres=540", "-display", "none"),
            *("-device", "qemu-xhci,id=usb", "-device", "usb-kbd", "-device", "usb-tablet"),
            *("-netdev", "user,id=net", "-device", "virtio-net-pci,netdev=net"),
            *("-device", "virtio-serial", "-chardev", f"socket,id=agent,path={folder / 'agent'},server=on,wait=off"),
            *("-device", "virtserialport,chardev=agent,name=agent"),
            *("-serial", f"file:{folder / 'serial.log'}", "-qmp", f"unix:{self._place},server=on,wait=off"),
        ]
        self.agent = folder / "agent"
        self.began_at = time.monotonic()
        self._process = subprocess.Popen(command)  # noqa: S603 # our own command
        pause = threading.Event()
        while not self._place.exists():
            assert time.monotonic() - self.began_at < _START_S, "the emulator did not start"
            pause.wait(0.1)
        self.monitor = Monitor(self._place)

    def age_s(self) -> float:
        """Seconds since power-on."""
        return time.monotonic() - self.began_at

    def stop(self) -> None:
        """Pull the plug."""
        self.monitor.close()
        self._process.kill()
        self._process.wait()
        self._place.unlink()
