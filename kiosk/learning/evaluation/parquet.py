"""Reads parquet files by pyarrow, which ships no types and takes half a second to load: only an evaluation pays it."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from kiosk.errors import FileRefused
from kiosk.places import tell_install


def read_rows(file: Path, columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    """The rows of a file, by these columns; a point in time becomes its day since 1970-01-01. Raises `FileRefused`."""
    try:
        parquet: Any = import_module("pyarrow.parquet")
        types: Any = import_module("pyarrow.types")
        table: Any = parquet.read_table(file, columns=list(columns))
    except ImportError as error:
        message = f"parquet files need pyarrow: {tell_install('learn')}"
        raise FileRefused(message) from error
    except (OSError, ValueError) as error:
        # pyarrow's own errors derive from these; its text could repeat what is in the file.
        message = f"{file.name} is no parquet file that can be used ({type(error).__name__})"
        raise FileRefused(message) from error
    if table.num_columns != len(columns):
        message = f"{file.name} lacks one of {', '.join(columns)}"
        raise FileRefused(message)
    days = (
        column.cast("date32").cast("int32") if types.is_temporal(column.type) else column for column in table.columns
    )
    return zip(*(column.to_pylist() for column in days), strict=True)
