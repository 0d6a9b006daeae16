"""Reads the Open Bandit sample: impressions on a shop's page, each with the chance that it had to be shown.

Source: Saito, Aihara, Matsutani, Narita, "Open Bandit Dataset and Pipeline", NeurIPS Datasets and Benchmarks 2021,
arXiv 2008.07146; the sample lies in the wheel of `obp`, which is read and never installed, for it would bring torch.
"""

import csv
import io
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct

from kiosk.errors import KioskError
from kiosk.places import PYTHON

REQUIREMENT = "obp==0.4.1"
WHEEL = "obp-0.4.1-py3-none-any.whl"
LARGEST = 64_000_000
"""Bytes of one log, unpacked; a file that claims more is no log."""

_BRIEFLY = ("--quiet", "--retries", "1", "--timeout", "10")

Audience: TypeAlias = Literal["all", "men", "women"]
Policy: TypeAlias = Literal["random", "bts"]

AUDIENCES: tuple[Audience, ...] = ("all", "men", "women")


class Round(Struct, frozen=True):
    """One item shown in one of three places; `propensity` is how likely the logging policy was to show it there."""

    item: int
    position: int
    is_clicked: bool
    propensity: float


def fetch_wheel(folder: Path) -> Path:
    """The wheel in this folder, downloaded where it is not there yet. Raises `KioskError`."""
    wheel = folder / WHEEL
    if not wheel.is_file():
        command = [*PYTHON, "-m", "pip", "download", *_BRIEFLY, "--no-deps", "--dest", str(folder), REQUIREMENT]
        done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603 # a fixed command
        if done.returncode or not wheel.is_file():
            message = f"the Open Bandit sample could not be fetched: put {WHEEL} into {folder}"
            raise KioskError(message)
    return wheel


def read_log(wheel: Path, policy: Policy, audience: Audience) -> list[Round]:
    """The impressions that this policy showed to this audience. Raises `KioskError`."""
    name = f"obp/dataset/obd/{policy}/{audience}/{audience}.csv"
    try:
        with zipfile.ZipFile(wheel) as archive:
            _check_size(archive.getinfo(name))
            with archive.open(name) as file:
                return list(_read_rounds(io.TextIOWrapper(file, encoding="utf-8", newline="")))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        message = f"{wheel.name} does not hold the Open Bandit sample ({type(error).__name__}): take {REQUIREMENT}"
        raise KioskError(message) from error


def _check_size(member: zipfile.ZipInfo) -> None:
    if member.file_size > LARGEST:
        message = "larger than any log of the sample"
        raise ValueError(message)


def _read_rounds(lines: io.TextIOWrapper) -> Iterator[Round]:
    for row in csv.DictReader(lines, restval=""):
        propensity = float(row["propensity_score"])
        if not 0 < propensity <= 1:
            message = "a propensity lies in (0, 1]"
            raise ValueError(message)
        yield Round(int(row["item_id"]), int(row["position"]), row["click"] == "1", propensity)
