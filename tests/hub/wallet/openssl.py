"""The openssl program as a judge of signatures: it knows nothing of our code."""

import shutil
import subprocess
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from kiosk.hub.wallet.apple.signer import Signer


def verify_detached(folder: Path, signature: bytes, content: bytes, signer: Signer) -> str:
    """What openssl says of the signature, trusting who issued the signer alone."""
    program = shutil.which("openssl")
    assert program is not None
    files = {"signature": signature, "content": content, "ca.pem": signer.wwdr.public_bytes(Encoding.PEM)}
    for name, bytes_ in files.items():
        (folder / name).write_bytes(bytes_)
    # Neither looks at what a certificate is for: Apple's say it in their own way.
    options = ("-binary", "-inform", "DER", "-purpose", "any", "-attime", str(int(_find_time(signer))))
    names = ("-in", "signature", "-content", "content", "-CAfile", "ca.pem", "-out", "said")
    ended = subprocess.run(  # noqa: S603 # our own program with our own arguments
        [program, "cms", "-verify", *options, *names], cwd=folder, check=False, capture_output=True, text=True
    )
    return ended.stderr


def _find_time(signer: Signer) -> float:
    """A moment at which it may sign, whatever this machine's clock says."""
    certificate = signer.certificate
    begin, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    return (begin + (end - begin) / 2).timestamp()
