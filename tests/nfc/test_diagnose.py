"""The doctor's lines about the reader, on a pretend /sys, /proc and /dev."""

from pathlib import Path

import pytest

from kiosk.nfc.diagnose import Finding, UsbReader, diagnose_reader, find_readers, find_rivals, judge_library


def plug_in(sysfs: Path, port: str, vendor: str, product: str) -> None:
    folder = sysfs / port
    folder.mkdir(parents=True)
    for name, text in {"idVendor": vendor, "idProduct": product, "busnum": "1", "devnum": "23"}.items():
        (folder / name).write_text(f"{text}\n")


def _make_node(dev: Path) -> Path:
    node = dev / "bus" / "usb" / "001" / "023"
    node.parent.mkdir(parents=True)
    node.touch()
    return node


def _load_modules(folder: Path, *names: str) -> Path:
    modules = folder / "modules"
    modules.write_text("".join(f"{name} 16384 0 - Live 0x0000000000000000\n" for name in names))
    return modules


def _diagnose(folder: Path, device: str = "usb") -> list[Finding]:
    return diagnose_reader(device, folder / "sys", folder / "modules", folder / "dev")


def test_known_readers_are_found_among_all_that_is_plugged_in(tmp_path: Path) -> None:
    plug_in(tmp_path, "1-1", "046d", "c31c")
    plug_in(tmp_path, "1-2", "072f", "2200")
    (tmp_path / "1-2:1.0").mkdir()

    assert find_readers(tmp_path, Path("/dev")) == [UsbReader("072f:2200", "ACS ACR122U", Path("/dev/bus/usb/001/023"))]


def test_a_reader_that_may_be_opened_is_well(tmp_path: Path) -> None:
    plug_in(tmp_path / "sys", "1-2", "054c", "06c1")
    _make_node(tmp_path / "dev")
    _load_modules(tmp_path, "usbhid")

    assert _diagnose(tmp_path) == [
        Finding(is_well=True, seen="Sony RC-S380 (054c:06c1)"),
        Finding(is_well=True, seen="no kernel module holds the card reader"),
    ]


def test_a_reader_that_may_not_be_opened_comes_with_the_rule_that_allows_it(tmp_path: Path) -> None:
    plug_in(tmp_path / "sys", "1-2", "054c", "06c1")

    finding = _diagnose(tmp_path)[0]

    assert not finding.is_well
    assert 'ATTRS{idVendor}=="054c", ATTRS{idProduct}=="06c1", GROUP="vitrine", MODE="0660"' in finding.advice
    assert "/etc/udev/rules.d/" in finding.advice


def test_kernel_modules_that_hold_the_reader_come_with_the_file_that_stops_them(tmp_path: Path) -> None:
    finding = diagnose_reader("usb", tmp_path, _load_modules(tmp_path, "pn533_usb", "pn533", "nfcsim"))[-1]

    assert not finding.is_well
    assert finding.seen.endswith("pn533_usb, pn533")
    assert "'blacklist port100'" in finding.advice


def test_no_reader_is_said(tmp_path: Path) -> None:
    plug_in(tmp_path / "sys", "1-2", "054c", "06c1")

    assert not _diagnose(tmp_path, "usb:04e6:5591")[0].is_well


def test_a_machine_without_libusb_is_told_what_to_install() -> None:
    assert judge_library("libusb-1.0.so.0") == []
    assert judge_library(None)[0].advice == "apt install libusb-1.0-0"


def test_no_list_of_modules_is_no_reason_to_complain(tmp_path: Path) -> None:
    assert find_rivals(tmp_path / "none") == []


@pytest.mark.parametrize(("device", "seen"), [("none", "no card reader"), ("udp:localhost:1", "for tests only")])
def test_what_is_no_hardware_is_well(device: str, seen: str) -> None:
    (finding,) = diagnose_reader(device)

    assert finding.is_well
    assert seen in finding.seen


def test_a_serial_reader_is_looked_for_under_dev(tmp_path: Path) -> None:
    (tmp_path / "ttyUSB0").touch()

    assert diagnose_reader("tty:USB0:pn532", dev=tmp_path)[0].is_well
    assert diagnose_reader("tty:USB1:pn532", dev=tmp_path)[0].advice.startswith("plug the reader in")
