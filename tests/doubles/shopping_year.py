"""A slice of the Complete Journey data as the parquet files that its package holds."""

from importlib import import_module
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).parent.parent / "learning" / "evaluation" / "samples"


def write_shopping_year(folder: Path) -> Path:
    """Turn the slice's CSV files into parquet files in this folder."""
    csv: Any = import_module("pyarrow.csv")
    parquet: Any = import_module("pyarrow.parquet")
    folder.mkdir(exist_ok=True)
    for sample in SAMPLES.glob("*.csv"):
        parquet.write_table(csv.read_csv(sample), folder / f"{sample.stem}.parquet")
    return folder
