from pathlib import Path

from kiosk.settings.unset import UNSET, list_unset
from tests.doubles.settings import make_settings


def test_ids_that_nobody_chose_are_named_by_their_settings(tmp_path: Path) -> None:
    assert list_unset(make_settings(tmp_path)) == []
    assert list_unset(make_settings(tmp_path, f"screen.id={UNSET}")) == ["screen.id"]
    assert list_unset(make_settings(tmp_path, f"screen.id={UNSET}", f"store.id={UNSET}")) == ["store.id", "screen.id"]
