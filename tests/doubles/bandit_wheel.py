"""A wheel with logs in the form of the Open Bandit sample, made up by chance."""

import csv
import io
import zipfile
from pathlib import Path
from random import Random

from kiosk.learning.evaluation.bandit_log import AUDIENCES, WHEEL

ITEMS, PLACES = 4, 3
COLUMNS = ("", "timestamp", "item_id", "position", "click", "propensity_score", "user_feature_0")


def write_wheel(folder: Path, chance: Random, rounds: int = 600) -> Path:
    """Item 0 is clicked in half of all cases, the others seldom; `bts` shows it in seven cases of ten."""
    path = folder / WHEEL
    with zipfile.ZipFile(path, "w") as archive:
        for audience in AUDIENCES:
            for policy, shares in (("random", (0.25,) * ITEMS), ("bts", (0.7, 0.1, 0.1, 0.1))):
                name = f"obp/dataset/obd/{policy}/{audience}/{audience}.csv"
                archive.writestr(name, _write_log(shares, chance, rounds))
    return path


def _write_log(shares: tuple[float, ...], chance: Random, rounds: int) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for number in range(rounds):
        item = chance.choices(range(ITEMS), shares)[0]
        click = chance.random() < (0.5 if item == 0 else 0.05)
        writer.writerow((number, "2019-11-24", item, number % PLACES + 1, int(click), shares[item], "x"))
    return text.getvalue()
