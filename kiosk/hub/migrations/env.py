"""How alembic reaches the hub's database and knows its tables."""

from alembic import context
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from kiosk.hub.models.tables import METADATA


def run_migrations() -> None:
    """Run the steps, all in one transaction: a failed update leaves the database as it was."""
    # Without a pool, whose connection would stay open when a step fails.
    engine = create_engine(context.config.attributes["url"], poolclass=NullPool)
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
        with context.begin_transaction():
            context.run_migrations()


run_migrations()
