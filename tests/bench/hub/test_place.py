from pathlib import Path

from sqlalchemy import create_engine, text

from kiosk.bench.hub.place import open_places


def test_each_kind_of_database_gives_an_empty_one_each_time(tmp_path: Path) -> None:
    with open_places() as places:
        first = {name: make(tmp_path) for name, make in places.items()}
        engine = create_engine(places["postgresql"](tmp_path))
        with engine.connect() as connection:
            tables = connection.scalar(text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
            waits = connection.scalar(text("SHOW fsync"))
        again = places["postgresql"](tmp_path)
        engine.dispose()

    assert first["sqlite"] == f"sqlite:///{tmp_path / 'hub.db'}"
    assert (tables, waits) == (0, "on")
    assert again != first["postgresql"]
