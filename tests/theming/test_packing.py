from pathlib import Path

from kiosk.theming.bundle import Bundle
from kiosk.theming.bundle_reader import open_bundle
from kiosk.theming.packing import pack_bundle

FILES = {"theme.toml": b"id = 'dusk'", "fonts/a.txt": b"licence", "Gr\u00fc\u00dfe.txt": b""}


def test_what_is_packed_is_read_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "dusk.zip").write_bytes(pack_bundle(Bundle("dusk", FILES)))
    assert open_bundle(tmp_path / "dusk.zip", []) == Bundle("dusk", FILES)


def test_the_same_files_are_the_same_bytes_in_whatever_order_they_come() -> None:
    turned = dict(reversed(FILES.items()))
    assert pack_bundle(Bundle("dusk", FILES)) == pack_bundle(Bundle("dusk", turned))
