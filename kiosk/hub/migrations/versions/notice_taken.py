"""What the broker is known to have taken of a store's notice, and of its withdrawal."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the columns."""
    with op.batch_alter_table("notices") as table:
        table.add_column(sa.Column("taken_at", sa.DateTime))
        table.add_column(sa.Column("withdrawn_at", sa.DateTime))


def downgrade() -> None:
    """Drop the columns."""
    with op.batch_alter_table("notices") as table:
        table.drop_column("withdrawn_at")
        table.drop_column("taken_at")
