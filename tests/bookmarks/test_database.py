import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest

import kiosk.bookmarks
from kiosk.bookmarks.database import Database, DatabaseUnusable
from kiosk.errors import FileRefused
from tests.doubles.notebook import FaultBook

SCHEMA = Path(kiosk.bookmarks.__file__).parent / "schema"


def count_events(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM event").fetchone()[0])


def add_event(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO event (id, body) VALUES (hex(randomblob(8)), x'00')")


def read_durability(connection: sqlite3.Connection) -> tuple[str, int]:
    mode, level = (connection.execute(text).fetchone()[0] for text in ("PRAGMA journal_mode", "PRAGMA synchronous"))
    return str(mode), int(level)


def write_first_schema(path: Path) -> None:
    """Write the file as the first release left it, with one event."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript((SCHEMA / "001.sql").read_text(encoding="utf-8"))
        connection.execute("INSERT INTO event (id, body) VALUES ('e', x'00')")
    connection.close()


def break_file(path: Path) -> None:
    """Overwrite the middle of the file, as a failing disk does."""
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    path.write_bytes(content)


def test_a_commit_survives_a_power_cut(tmp_path: Path) -> None:
    full = 2
    assert Database(tmp_path / "outbox.db").run(read_durability) == ("wal", full)


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    Database(tmp_path / "outbox.db").run(add_event)
    assert (tmp_path / "outbox.db").stat().st_mode & 0o777 == 0o600


def test_a_work_that_fails_changes_nothing(tmp_path: Path) -> None:
    def fail_midway(connection: sqlite3.Connection) -> None:
        add_event(connection)
        connection.execute("INSERT INTO no_such_table VALUES (1)")

    database = Database(tmp_path / "outbox.db")
    with pytest.raises(DatabaseUnusable, match="SQLITE_ERROR"):
        database.run(fail_midway)
    assert database.run(count_events) == 0


def test_a_file_of_the_first_schema_keeps_what_it_holds_and_learns_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    write_first_schema(path)
    database = Database(path)
    assert database.run(count_events) == 1
    assert database.run(lambda connection: connection.execute("SELECT * FROM last_tap").fetchall()) == []


def test_what_waits_and_what_is_dead_in_an_older_file_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    write_first_schema(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript("INSERT INTO bookmark (id, body, dead_code) VALUES ('a', x'', 'x'), ('b', x'', NULL)")
    connection.close()
    assert Database(path).run(lambda connection: connection.execute("SELECT waiting, dead FROM tally").fetchone()) == (
        1,
        1,
    )


def test_programs_that_open_an_old_file_at_once_all_find_it_upgraded(tmp_path: Path) -> None:
    together = Barrier(3)

    def open_at_once(path: Path) -> int:
        together.wait()
        return Database(path).run(count_events)

    with ThreadPoolExecutor(3) as programs:
        for number in range(10):
            path = tmp_path / f"{number}.db"
            write_first_schema(path)
            assert list(programs.map(open_at_once, [path] * 3)) == [1, 1, 1]


def test_a_newer_schema_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript("PRAGMA user_version = 99; PRAGMA application_id = 99")
    connection.close()
    with pytest.raises(FileRefused, match=r"schema 99, .* install the newer program"):
        Database(path, FaultBook()).run(count_events)
    assert path.exists()


def spoil_tables(path: Path) -> None:
    """Have the file be one of another program."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE event")
    connection.close()


def seal_file(path: Path) -> None:
    """Let its header say that nobody may write to it. Source: sqlite.org/fileformat2.html, 1.3.3."""
    with path.open("r+b") as file:
        file.seek(18)
        file.write(b"\x12")


def replace_file(path: Path) -> None:
    path.write_bytes(b"no database at all" * 500)


def age_file(path: Path) -> None:
    """Let it seem to be of an earlier schema than it is."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA user_version = 1")
    connection.close()


def renew_file(path: Path) -> None:
    """Let it seem to be of a schema that nobody knows yet."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA user_version = 67")
    connection.close()


def garble_schema(path: Path) -> None:
    """Have the names in it be no text."""
    path.write_bytes(path.read_bytes().replace(b"TRIGGER", b"TR\xff\xfeGER"))


@pytest.mark.parametrize("damage", [break_file, replace_file, spoil_tables, age_file, renew_file, garble_schema])
def test_a_corrupt_file_is_set_aside_and_a_new_one_begun(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    path = tmp_path / "outbox.db"
    database = Database(path)
    for _ in range(200):
        database.run(add_event)
    database.close()
    damage(path)
    broken = path.read_bytes()

    faults = FaultBook()
    assert Database(path, faults).run(count_events) == 0
    assert (tmp_path / "outbox.db.broken-1").read_bytes() == broken
    assert faults.read() == [("outbox", "quarantined")]


def test_a_file_that_says_that_nobody_may_write_to_it_is_set_aside_by_the_first_who_would(tmp_path: Path) -> None:
    path, faults = tmp_path / "outbox.db", FaultBook()
    database = Database(path, faults)
    database.run(add_event)
    database.close()
    seal_file(path)
    database.run(add_event)
    assert database.run(count_events) == 1
    assert faults.read() == [("outbox", "quarantined")]


def test_a_file_that_breaks_under_way_is_set_aside_too(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    database = Database(path, FaultBook())
    database.run(add_event)
    database.run(lambda connection: connection.execute("PRAGMA cache_size = 0"))
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x5a" * (path.stat().st_size - 4096))
    database.run(add_event)
    assert database.run(count_events) == 1
    assert (tmp_path / "outbox.db.broken-1").exists()


def test_a_second_broken_file_does_not_replace_the_first(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    for number in (1, 2):
        path.write_bytes(bytes([number]) * 5000)
        database = Database(path, FaultBook())
        database.run(count_events)
        database.close()
    assert (tmp_path / "outbox.db.broken-1").read_bytes() == b"\1" * 5000
    assert (tmp_path / "outbox.db.broken-2").read_bytes() == b"\2" * 5000


def test_without_leave_to_heal_a_corrupt_file_stays_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    path.write_bytes(b"no database at all" * 500)
    with pytest.raises(DatabaseUnusable, match="SQLITE_NOTADB"):
        Database(path).run(count_events)
    assert path.exists()


def test_what_is_erased_while_another_program_reads_is_gone_from_the_file_all_the_same(tmp_path: Path) -> None:
    database = Database(tmp_path / "outbox.db")
    database.run(add_event)
    with closing(sqlite3.connect(tmp_path / "outbox.db")) as reader, reader:
        reader.execute("BEGIN")
        count_events(reader)
        database.erase(lambda connection: connection.execute("DELETE FROM event"))
    reader.close()

    assert database.run(count_events) == 0


def test_a_folder_that_cannot_be_made_is_a_failure_until_it_can(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    database = Database(tmp_path / "state" / "outbox.db")
    with pytest.raises(DatabaseUnusable, match="FileExistsError"):
        database.run(add_event)
    (tmp_path / "state").unlink()
    database.run(add_event)
    assert database.run(count_events) == 1


def test_a_database_that_nobody_holds_any_more_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "outbox.db"
    Database(path).run(add_event)
    assert not path.with_name("outbox.db-wal").exists(), "the last connection takes its log along"


def test_a_pipe_in_its_place_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "outbox.db")
    with pytest.raises(DatabaseUnusable, match="check the disk"):
        Database(tmp_path / "outbox.db", FaultBook()).run(count_events)
