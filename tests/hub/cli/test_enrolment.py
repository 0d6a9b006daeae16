from pathlib import Path

import pytest

from kiosk.hub.database import migrate_database
from kiosk.hub.domain.enrolment import CodeNotFound
from tests.hub.cli.conftest import TypeHub


def test_approving_a_code_that_nobody_shows_says_what_to_do(type_hub: TypeHub, tmp_path: Path) -> None:
    migrate_database(f"sqlite:///{tmp_path / 'hub.sqlite3'}")
    with pytest.raises(CodeNotFound, match="read it again"):
        type_hub("approve", "AAAA-BBBB")
