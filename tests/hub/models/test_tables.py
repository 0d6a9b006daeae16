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
# Stores have these tables already, under names by which the code calls something else.
_NAMED_BEFORE = {"reservation": "orders", "tender": "payments"}


def test_every_module_with_a_table_is_known() -> None:
    modules = {path.stem for path in Path(models.__file__).parent.rglob("*.py")} - _NO_TABLE
    names = {module: f"{module}{'es' if module.endswith(('s', 'ch')) else 's'}" for module in modules}

    assert set(METADATA.tables) == {*(names | _NAMED_BEFORE).values()}
