from pathlib import Path

from kiosk.hub import models
from kiosk.hub.models.tables import METADATA

_NO_TABLE = {
    "__init__",
    "base",
    "encounter",
    "kept",
    "prepared",
    "row",
    "shelf_price",
    "standpoint",
    "tables",
    "unit_price",
}
# Stores have the first two tables already, by names that mean something else in the code; the last word has no plural.
_NAMED = {"reservation": "orders", "tender": "payments", "training_means": "training_means"}


def test_every_module_with_a_table_is_known() -> None:
    modules = {path.stem for path in Path(models.__file__).parent.rglob("*.py")} - _NO_TABLE
    names = {module: f"{module}{'es' if module.endswith(('s', 'ch')) else 's'}" for module in modules}

    assert set(METADATA.tables) == {*(names | _NAMED).values()}
