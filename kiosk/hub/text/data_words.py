"""Every phrase about what the hub has of a member, whole: to take along, and to have erased; once per language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

_FOLDER = Path(__file__).parent / "member_data"


class DataWords(Struct, frozen=True):
    """The phrases of one language, from the file of that name; `{...}` is filled in.

    `page` are those of pages and file; `tables` and `columns` name what the registry of `domain/member_data` has, by
    its name there, which stands for itself where it has no word yet.
    """

    page: Mapping[str, str]
    tables: Mapping[str, str]
    columns: Mapping[str, str]

    def name_table(self, table: str) -> str:
        """A table as she reads it."""
        return self.tables.get(table, table.replace("_", " "))

    def name_column(self, column: str) -> str:
        """A column likewise."""
        return self.columns.get(column, column.replace("_", " "))


@cache
def read_data_words(language: str) -> DataWords:
    """The phrases of one of the languages that the pages have."""
    return msgspec.toml.decode((_FOLDER / f"{language}.toml").read_bytes(), type=DataWords)
