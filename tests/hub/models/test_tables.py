from pathlib import Path

from kiosk.hub import models
from kiosk.hub.models.tables import METADATA

_NO_TABLE = {"__init__", "base", "encounter", "kept", "prepared", "row", "shelf_price", "tables", "unit_price"}


def test_every_module_with_a_table_is_known() -> None:
    modules = {path.stem for path in Path(models.__file__).parent.rglob("*.py")} - _NO_TABLE

    assert set(METADATA.tables) == {f"{module}{'es' if module.endswith(('s', 'ch')) else 's'}" for module in modules}
