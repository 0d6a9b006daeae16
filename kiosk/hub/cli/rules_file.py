"""Rules in a JSON file, as audiences have them: what the commands for segments and for offers are given."""

from pathlib import Path

import msgspec

from kiosk.contract.json_flaws import JSON_FLAWS
from kiosk.contract.rule import Rules
from kiosk.errors import FileRefused


class _OnlyRules(Rules, frozen=True, forbid_unknown_fields=True):
    """With no other member: one that is overlooked could let everybody in."""


def read_rules(path: Path) -> Rules:
    """The rules of this file; raises `FileRefused`."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=_OnlyRules)
    except OSError as error:
        message = f"{path}: cannot be read"
        raise FileRefused(message) from error
    except JSON_FLAWS as error:
        message = f"{path}: has no rules as audiences have them ({error})"
        raise FileRefused(message) from error
