import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.signage.names import find_local_name, make_sort_key


def test_names_sort_as_people_count() -> None:
    names = ["10 b.jpg", "2 a.jpg", "Zebra.jpg", "apfel.jpg", "1.jpg", "B2.png", "b10.png"]
    assert sorted(names, key=make_sort_key) == [
        "1.jpg", "2 a.jpg", "10 b.jpg", "apfel.jpg", "B2.png", "b10.png", "Zebra.jpg"
    ]  # fmt: skip # one line is easier to compare


@given(st.lists(st.text(), unique_by=make_sort_key))
def test_any_names_can_be_sorted(names: list[str]) -> None:
    turned = names[::-1]
    assert sorted(names, key=make_sort_key) == sorted(turned, key=make_sort_key)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("a.jpg", "a.jpg"),
        ("media/a%20b.jpg", "a b.jpg"),
        ("/data/anthias_assets/9f2c.png", "9f2c.png"),
        ("file:///srv/a.jpg", "a.jpg"),
        ("../../etc/passwd", "passwd"),
        ("http://shop.example/a.jpg", None),
        ("//shop.example/a.jpg", None),
        ("data:image/png;base64,AAAA", None),
        ("rtsp://camera/1", None),
        ("http://[bad", None),
        ("", None),
    ],
)
def test_a_lists_address_means_a_file_beside_it_or_nothing(address: str, name: str | None) -> None:
    assert find_local_name(address) == name
