"""A pass as a phone takes it: a `.pkpass`, which is a zip of its files, their manifest and its signature."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kiosk.hub.wallet.apple.content import Issuer, write_content, write_strings
from kiosk.hub.wallet.apple.images import draw_marks, draw_strips
from kiosk.hub.wallet.apple.manifest import MANIFEST, SIGNATURE, write_manifest
from kiosk.hub.wallet.apple.signature import sign_manifest
from kiosk.hub.wallet.apple.signer import Signer
from kiosk.hub.wallet.coupon import Coupon

MEDIA_TYPE = "application/vnd.apple.pkpass"
CONTENT = "pass.json"
_BEGINNING = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def build_package(coupon: Coupon, signer: Signer, service: str | None = None) -> bytes:
    """The package; all but its signature are the same bytes for the same coupon. `service` is as `Issuer` says."""
    files = list_files(coupon, Issuer(signer.pass_type, signer.team, service))
    manifest = write_manifest(files)
    return zip_files({**files, MANIFEST: manifest, SIGNATURE: sign_manifest(manifest, signer)})


def list_files(coupon: Coupon, issuer: Issuer) -> dict[str, bytes]:
    """All that the manifest names, by path."""
    strips = draw_strips(coupon.picture) if coupon.picture else {}
    return {CONTENT: write_content(coupon, issuer), **write_strings(coupon), **draw_marks(), **strips}


def zip_files(files: Mapping[str, bytes]) -> bytes:
    """A zip of these, the same bytes for the same files: in order, and without their times."""
    package = BytesIO()
    with ZipFile(package, "w", ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, _BEGINNING)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = _READABLE
            archive.writestr(entry, files[name])
    return package.getvalue()
