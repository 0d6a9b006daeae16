"""What `kiosk doctor` says about the card reader: found, allowed, free, and what to do."""

import os
from ctypes.util import find_library
from pathlib import Path

from msgspec import Struct

SYSFS = Path("/sys/bus/usb/devices")
PROC_MODULES = Path("/proc/modules")
DEV = Path("/dev")

READERS = {
    # USB ids that nfcpy 1.0.4 has a driver for (nfc.clf.device.usb_device_map)
    "054c:06c1": "Sony RC-S380",
    "054c:06c3": "Sony RC-S380",
    "054c:02e1": "Sony RC-S330",
    "054c:0193": "Sony PN531",
    "04cc:0531": "SCM SCL3710",
    "04cc:2533": "NXP PN533",
    "04e6:5591": "SCM SCL3711",
    "04e6:5593": "SCM SCL3712",
    "072f:2200": "ACS ACR122U",
}
RIVALS = ("pn533_usb", "pn533", "port100", "nfc")
"""Kernel modules that take the reader for themselves, so that opening it ends in EBUSY."""


class UsbReader(Struct, frozen=True):
    """A known reader that is plugged in; `id` is `vendor:product`, `node` its file under /dev."""

    id: str
    name: str
    node: Path


class Finding(Struct, frozen=True):
    """One line of the doctor: whether it is well, what was seen, and what to do about it."""

    is_well: bool
    seen: str
    advice: str = ""


def diagnose_reader(
    device: str, sysfs: Path = SYSFS, proc_modules: Path = PROC_MODULES, dev: Path = DEV
) -> list[Finding]:
    """What can be told about the reader of the setting `nfc.device` without opening it and without root."""
    kind, _, rest = device.partition(":")
    if kind == "none":
        return [Finding(is_well=True, seen="no card reader is configured")]
    if kind == "udp":
        return [Finding(is_well=True, seen="a pretend card reader over UDP: for tests only")]
    if kind == "tty":
        return [_judge_serial(dev / f"tty{rest.partition(':')[0]}")]
    readers = [reader for reader in find_readers(sysfs, dev) if reader.id.startswith(rest)]
    return [*_judge_readers(readers), *_judge_rivals(proc_modules), *judge_library(find_library("usb-1.0"))]


def find_readers(sysfs: Path = SYSFS, dev: Path = DEV) -> list[UsbReader]:
    """The readers on USB that nfcpy can drive, by their ids."""
    found = (_name_reader(folder, dev) for folder in sorted(sysfs.glob("*")))
    return [reader for reader in found if reader is not None]


def _name_reader(folder: Path, dev: Path) -> UsbReader | None:
    try:
        vendor, product, bus, number = (
            (folder / name).read_text().strip() for name in ("idVendor", "idProduct", "busnum", "devnum")
        )
    except OSError:
        return None  # a hub's port or an interface, not a device
    usb_id = f"{vendor}:{product}"
    node = dev / "bus" / "usb" / bus.zfill(3) / number.zfill(3)
    return UsbReader(usb_id, READERS[usb_id], node) if usb_id in READERS else None


def _judge_readers(readers: list[UsbReader]) -> list[Finding]:
    if not readers:
        return [
            Finding(is_well=False, seen="no known card reader on USB", advice="plug one in, or see the list of readers")
        ]
    return [_judge_usb(reader) for reader in readers]


def _judge_usb(reader: UsbReader) -> Finding:
    seen = f"{reader.name} ({reader.id})"
    if os.access(reader.node, os.R_OK | os.W_OK):
        return Finding(is_well=True, seen=seen)
    vendor, product = reader.id.split(":")
    device = f'ATTRS{{idVendor}}=="{vendor}", ATTRS{{idProduct}}=="{product}"'
    rule = f'SUBSYSTEM=="usb", {device}, GROUP="vitrine", MODE="0660"'
    advice = f"write this to /etc/udev/rules.d/60-vitrine-nfc.rules and plug it in again: {rule}"
    return Finding(is_well=False, seen=f"{seen} may not be opened by this user", advice=advice)


def _judge_serial(node: Path) -> Finding:
    if not node.exists():
        return Finding(is_well=False, seen=f"{node} is not there", advice="plug the reader in, or correct nfc.device")
    if not os.access(node, os.R_OK | os.W_OK):
        return Finding(is_well=False, seen=f"{node} may not be opened", advice="add this user to the group dialout")
    return Finding(is_well=True, seen=str(node))


def _judge_rivals(proc_modules: Path) -> list[Finding]:
    loaded = find_rivals(proc_modules)
    if not loaded:
        return [Finding(is_well=True, seen="no kernel module holds the card reader")]
    lines = ", ".join(f"'blacklist {name}'" for name in RIVALS)
    advice = f"write the lines {lines} to /etc/modprobe.d/vitrine-nfc.conf and start the machine again"
    return [Finding(is_well=False, seen=f"kernel modules hold the card reader: {', '.join(loaded)}", advice=advice)]


def judge_library(name: str | None) -> list[Finding]:
    """USB readers need the system's libusb; `name` is its file, `None` when there is none."""
    if name is not None:
        return []  # not worth a line of its own
    return [Finding(is_well=False, seen="libusb is not installed", advice="apt install libusb-1.0-0")]


def find_rivals(proc_modules: Path = PROC_MODULES) -> list[str]:
    """Those kernel modules that are loaded, of the ones that take readers."""
    try:
        lines = proc_modules.read_text().splitlines()
    except OSError:
        return []  # a container: no module list, so nothing to say
    loaded = {line.split(" ", 1)[0] for line in lines}
    return [name for name in RIVALS if name in loaded]
