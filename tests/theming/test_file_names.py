import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.theming.file_names import LONGEST_NAME, find_suffix, fold_name, object_to_name, show_name


@pytest.mark.parametrize("name", ["theme.toml", "fonts/Figtree.ttf", "a/b/c/STILL.JPG", "Grüße.txt", "..a.txt"])
def test_a_plain_name_is_allowed(name: str) -> None:
    assert object_to_name(name) is None


@pytest.mark.parametrize(
    "name",
    ["", "/a.txt", "../a.txt", "a/../b.txt", "a//b.txt", "./a.txt", "a\\b.txt", "c:a.txt", "a.svg", "\n.txt"],
)
def test_any_other_is_refused(name: str) -> None:
    assert object_to_name(name)


@given(st.text(alphabet=st.sampled_from("ab./\\:\0\u202e\ud800é ") | st.characters()))
def test_no_name_that_is_allowed_leads_anywhere_else(name: str) -> None:
    if object_to_name(name) is None:
        parts = name.split("/")
        assert not name.startswith("/")
        assert not {"", ".", ".."} & set(parts)
        assert name.isprintable()


@given(st.text())
def test_whatever_a_file_is_called_it_can_be_shown(name: str) -> None:
    shown = show_name(name)
    assert shown.isprintable()
    assert len(shown) <= LONGEST_NAME + 1


def test_names_are_one_whatever_their_case_and_form() -> None:
    assert fold_name("\u00c9.txt") == fold_name(unicodedata.normalize("NFD", "é.TXT"))


def test_a_suffix_is_small_and_a_name_may_have_none() -> None:
    assert (find_suffix("a/B.TTF"), find_suffix("qmldir")) == (".ttf", "")
