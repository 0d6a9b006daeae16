"""Hunts one reader with ever stranger bytes, led by the branches that they reach; without an end, unless told.

`python -m tests.fuzz.hunt NAME FOLDER [OPTION]...`: the name is one of `tests.fuzz.targets.TARGETS`; the folder keeps
what was worth trying for the next time, and what was found; the options are libFuzzer's, such as `-max_total_time=600`.
"""

import sys
from pathlib import Path

from atheris import Fuzz, Setup
from atheris.import_hook import instrument_imports

with instrument_imports(include=["kiosk", "ndef", "tomllib"]):
    from tests.fuzz.targets import TARGETS, Target


def plant(target: Target, folder: Path) -> None:
    """Put the seeds where the hunt begins."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (folder / f"seed-{number}").write_bytes(seed)


def main() -> None:
    """Ends by a find, with an exit code other than 0, or by an option."""
    name, folder, *options = sys.argv[1:]
    target = TARGETS[name]
    plant(target, Path(folder))
    Setup([sys.argv[0], f"-artifact_prefix={folder}/", *options, folder], target.try_out)
    Fuzz()


main()
