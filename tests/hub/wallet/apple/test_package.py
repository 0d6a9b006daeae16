from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from msgspec.structs import replace

from kiosk.hub.wallet.apple.content import Issuer
from kiosk.hub.wallet.apple.manifest import MANIFEST, SIGNATURE, write_manifest
from kiosk.hub.wallet.apple.package import build_package, list_files, zip_files
from kiosk.hub.wallet.apple.signer import Signer
from kiosk.hub.wallet.coupon import Coupon
from kiosk.places import find_shipped
from tests.hub.wallet.openssl import verify_detached

_MUG = find_shipped("assets") / "pictures" / "mug-landscape.webp"


def _unzip(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_package_holds_what_a_phone_asks_for(coupon: Coupon, signer: Signer) -> None:
    files = _unzip(build_package(replace(coupon, picture=_MUG), signer))

    assert {"pass.json", "icon.png", "logo@2x.png", "strip@3x.png", "de.lproj/pass.strings"} <= files.keys()
    signed = {name: content for name, content in files.items() if name not in {MANIFEST, SIGNATURE}}
    assert files[MANIFEST] == write_manifest(signed)


def test_openssl_finds_the_package_signed(coupon: Coupon, signer: Signer, tmp_path: Path) -> None:
    files = _unzip(build_package(coupon, signer, "https://hub.example"))

    assert "successful" in verify_detached(tmp_path, files[SIGNATURE], files[MANIFEST], signer)


def test_the_same_coupon_is_the_same_bytes_but_for_the_moment_of_its_signature(coupon: Coupon, signer: Signer) -> None:
    first, second = (_unzip(build_package(coupon, signer)) for _ in range(2))
    issuer = Issuer(signer.pass_type, signer.team)

    assert first[MANIFEST] == second[MANIFEST]
    assert zip_files(list_files(coupon, issuer)) == zip_files(dict(reversed(list_files(coupon, issuer).items())))
