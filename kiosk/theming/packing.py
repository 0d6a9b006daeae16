"""Packs a theme into a `.zip`, the same bytes each time: no clock, no owner and no order of a disk gets into it."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kiosk.theming.bundle import Bundle

FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can tell."""

UNIX = 3
PLAIN_FILE = 0o100644


def pack_bundle(bundle: Bundle) -> bytes:
    """The theme as a zip archive: its files in the order of their names."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(bundle.files.items()):
            entry = ZipInfo(name, FIRST_DATE)
            entry.create_system, entry.external_attr = UNIX, PLAIN_FILE << 16
            archive.writestr(entry, content, ZIP_DEFLATED, 9)
    return packed.getvalue()
