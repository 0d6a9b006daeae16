from sqlalchemy import create_engine, text

from kiosk.shop.postgres import start_postgres


def test_a_database_may_begin_as_another_is() -> None:
    with start_postgres(hasty=True) as server:
        name = server.make_database()
        like = create_engine(server.find(name))
        with like.begin() as connection:
            connection.execute(text("CREATE TABLE kept AS SELECT 7 AS number"))
        like.dispose()
        engine = create_engine(server.find(server.make_database(name)))
        with engine.connect() as connection:
            number = connection.scalar(text("SELECT number FROM kept"))
        engine.dispose()

    assert number == 7
