"""A certificate authority for tests, made by the openssl program."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Authority:
    """Signs certificates into `folder`, where its own is `ca.pem`."""

    folder: Path

    @property
    def ca_file(self) -> Path:
        return self.folder / "ca.pem"

    def sign(self, name: str) -> tuple[Path, Path]:
        """A certificate for 127.0.0.1 and its key."""
        signer = ("-CA", str(self.ca_file), "-CAkey", str(self.folder / "ca.key"))
        # Whoever is no authority must say so: Python 3.13 verifies by the letter of RFC 5280.
        nature = ("-addext", "basicConstraints=critical,CA:FALSE", "-addext", "keyUsage=critical,digitalSignature")
        _make_certificate(self.folder, name, *signer, *nature, "-addext", "subjectAltName=IP:127.0.0.1")
        return self.folder / f"{name}.pem", self.folder / f"{name}.key"


def found_authority(folder: Path) -> Authority:
    folder.mkdir(parents=True, exist_ok=True)
    _make_certificate(folder, "ca", "-addext", "keyUsage=critical,keyCertSign")
    return Authority(folder)


def _make_certificate(folder: Path, name: str, *more: str) -> None:
    openssl = shutil.which("openssl")
    assert openssl is not None
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    files = ("-keyout", str(folder / f"{name}.key"), "-out", str(folder / f"{name}.pem"))
    command = (openssl, "req", "-x509", *curve, *files, "-subj", f"/CN={name}", "-days", "2", *more)
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 # our own program with our own arguments
