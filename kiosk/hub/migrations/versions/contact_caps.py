"""How many offers a store's shoppers are shown in a day at most."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the column."""
    with op.batch_alter_table("stores") as table:
        table.add_column(sa.Column("contacts_per_day", sa.Integer))


def downgrade() -> None:
    """Drop the column."""
    with op.batch_alter_table("stores") as table:
        table.drop_column("contacts_per_day")
