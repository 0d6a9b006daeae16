from pathlib import Path

import pytest

from kiosk.errors import SettingRefused
from tests.doubles.settings import make_settings


def test_a_screen_hangs_on_a_shelf_where_one_is_named_or_what_stands_there(tmp_path: Path) -> None:
    assert not make_settings(tmp_path).shelf.is_there
    assert make_settings(tmp_path, "shelf.name=drinks").shelf.is_there
    assert make_settings(tmp_path, "shelf.articles=04012345000016,281001").shelf.is_there


@pytest.mark.parametrize("given", ["shelf.articles=beer", "shelf.trust_s=5", "shelf.shelves=1"])
def test_what_is_no_article_is_refused_by_name(tmp_path: Path, given: str) -> None:
    with pytest.raises(SettingRefused) as refused:
        make_settings(tmp_path, given)
    assert given.partition("=")[0] in str(refused.value)
