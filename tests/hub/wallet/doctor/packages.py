"""Passes with one thing changed, signed anew or left as they were."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from kiosk.hub.wallet.apple.content import Issuer
from kiosk.hub.wallet.apple.manifest import MANIFEST, SIGNATURE, write_manifest
from kiosk.hub.wallet.apple.package import CONTENT, list_files, zip_files
from kiosk.hub.wallet.apple.signature import sign_manifest
from kiosk.hub.wallet.apple.signer import Signer
from kiosk.hub.wallet.coupon import Coupon
from kiosk.hub.wallet.doctor.examination import examine_pass
from tests.hub.running import NOW

Files = dict[str, bytes]


def make_files(coupon: Coupon, signer: Signer) -> Files:
    """A pass that an honest builder makes, unsigned."""
    issuer = Issuer(signer.pass_type, signer.team, "https://hub.example")
    return list_files(replace(coupon, until=NOW + timedelta(days=30)), issuer)


def sign_files(files: Mapping[str, bytes], signer: Signer) -> Files:
    """These files with their manifest, signed."""
    manifest = write_manifest(files)
    return {**files, MANIFEST: manifest, SIGNATURE: sign_manifest(manifest, signer)}


def change_content(files: Files, **members: Any) -> Files:  # noqa: ANN401 # whatever stands in JSON
    """With these members of `pass.json`; `None` takes one out."""
    told = {**json.loads(files[CONTENT]), **members}
    kept = {name: value for name, value in told.items() if value is not None}
    return {**files, CONTENT: json.dumps(kept).encode()}


def list_findings(files: Mapping[str, bytes]) -> list[str]:
    """What the doctor says of these files, but that a test authority signed them."""
    found = [finding.text for finding in examine_pass(zip_files(files), NOW)]
    return [text for text in found if not text.startswith("The pass is signed for trying")]
