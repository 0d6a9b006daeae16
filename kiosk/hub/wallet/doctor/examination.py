"""Looks a pass through as a phone does, and says all that it finds instead of the first."""

import warnings
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice

from cryptography.utils import CryptographyDeprecationWarning

from kiosk.hub.wallet.apple.manifest import MANIFEST, SIGNATURE
from kiosk.hub.wallet.apple.package import CONTENT
from kiosk.hub.wallet.doctor.archive import MOST_BYTES, PackageRefused, read_files
from kiosk.hub.wallet.doctor.content import check_content, read_content
from kiosk.hub.wallet.doctor.finding import Finding, quote
from kiosk.hub.wallet.doctor.hashes import check_hashes
from kiosk.hub.wallet.doctor.pictures import check_pictures
from kiosk.hub.wallet.doctor.trust import check_trust

_MOST_FINDINGS = 100
"""Who mends so many finds the others then."""
_NEEDED = (CONTENT, MANIFEST, SIGNATURE)


def examine_pass(package: bytes, now: datetime) -> list[Finding]:
    """All that keeps this package from being installed at `now`, or that could be better; empty: nothing."""
    if len(package) > MOST_BYTES:
        return [Finding(f"The file has more than {MOST_BYTES // 1_000_000} MB: make its pictures smaller.")]
    try:
        files = read_files(package)
    except PackageRefused as refused:
        return [Finding(str(refused))]
    with warnings.catch_warnings():
        # Of odd certificates the library tells its callers besides; the doctor says by itself what matters.
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        return list(islice(_examine_files(files, now), _MOST_FINDINGS))


def _examine_files(files: Mapping[str, bytes], now: datetime) -> Iterator[Finding]:
    wrapped = next((name for name in files if name.endswith(f"/{CONTENT}")), None)
    if wrapped and CONTENT not in files:
        folder = quote(wrapped.removesuffix(f"/{CONTENT}"))
        yield Finding(f"All lies in the folder {folder}: zip the files in it, and not the folder.")
        return
    for name in _NEEDED:
        if name not in files:
            yield Finding(f"{name} is missing: let your builder write it, at the top of the archive.")
    told = read_content(files.get(CONTENT, b"{}"))
    if told is None:
        yield Finding("pass.json is no JSON object in UTF-8: look for a comma too many, or a quote too few.")
    elif CONTENT in files:
        yield from check_content(told, now)
    yield from check_pictures(files)
    yield from check_hashes(files)
    if SIGNATURE in files:
        yield from check_trust(files[SIGNATURE], files.get(MANIFEST, b""), told or {}, now)
