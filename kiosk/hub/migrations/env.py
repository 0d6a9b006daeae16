"""How alembic reaches the hub's database and knows its tables."""

from alembic import context
from sqlalchemy import create_engine

from kiosk.hub.models.tables import METADATA


def run_migrations() -> None:
    """Run the steps, all in one transaction: a failed update leaves the database as it was."""
    engine = create_engine(context.config.attributes["url"])
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


run_migrations()
