"""Whether the manifest names every file of the package, by the hash that it has."""

from collections.abc import Iterator, Mapping

import msgspec

from kiosk.hub.wallet.apple.manifest import MANIFEST, SIGNATURE, hash_file
from kiosk.hub.wallet.doctor.finding import Finding, quote

_UNLISTED = {MANIFEST, SIGNATURE}


def check_hashes(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """What is wrong with the manifest of these files, if they have one."""
    if MANIFEST not in files:
        return
    try:
        listed = msgspec.json.decode(files[MANIFEST], type=dict[str, str])
    except (msgspec.DecodeError, UnicodeDecodeError):
        yield Finding(f"{MANIFEST} is no JSON object of paths and hashes: let your builder write it anew.")
        return
    for name in sorted(listed.keys() - files.keys()):
        yield Finding(f"{MANIFEST} lists {quote(name)}, which is not there: add the file, or build the manifest anew.")
    for name in sorted(files.keys() - listed.keys() - _UNLISTED):
        yield Finding(f"{quote(name)} is not in {MANIFEST}: leave the file out, or build the manifest anew.")
    for name in sorted(files.keys() & listed.keys()):
        if listed[name] != hash_file(files[name]):
            yield Finding(f"{quote(name)} was changed after {MANIFEST} was written: build and sign the pass again.")
