"""Files that hold a secret: readable by their owner alone, from their first byte on."""

import os
from pathlib import Path


def write_secret(path: Path, secret: str) -> None:
    """Write the secret to a new file with mode 0600; an older file of that name is replaced."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret)
