from argparse import ArgumentParser, Namespace

import pytest

from kiosk.hub.cli.whole_file import add_show_and_set


def _parse(*words: str) -> Namespace:
    parser = ArgumentParser()
    add_show_and_set(parser, "things", lambda _arguments: 3, lambda _arguments: 4)
    return parser.parse_args(words)


def test_both_take_the_store_and_the_database_and_setting_takes_a_file() -> None:
    shown, changed = _parse("show", "--store", "s"), _parse("set", "a.toml", "--database", "sqlite:///none")

    assert (shown.store, shown.run(shown)) == ("s", 3)
    assert (changed.file.name, changed.run(changed)) == ("a.toml", 4)
    with pytest.raises(SystemExit):
        _parse("set")
