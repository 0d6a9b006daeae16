import sys

from kiosk.places import find_shipped, tell_install


def test_a_checkout_finds_its_own_folders() -> None:
    assert (find_shipped("kiosk") / "places.py").is_file()


def test_what_is_not_beside_the_package_is_looked_for_where_it_would_be_installed() -> None:
    assert find_shipped("nothing-of-the-kind").parts[-3:] == ("share", "vitrine-kiosk", "nothing-of-the-kind")


def test_an_extra_is_installed_for_the_python_that_runs() -> None:
    assert tell_install("themes") == f"install the extra with `{sys.executable} -m pip install 'vitrine-kiosk[themes]'`"
