"""Who of the staff goes to the screen that called."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add the column."""
    with op.batch_alter_table("screen_states") as table:
        table.add_column(sa.Column("call_taken_by", sa.String))


def downgrade() -> None:
    """Drop the column."""
    with op.batch_alter_table("screen_states") as table:
        table.drop_column("call_taken_by")
