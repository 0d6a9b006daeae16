"""Who was last called to a screen, and to what."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the columns."""
    with op.batch_alter_table("screen_states") as table:
        table.add_column(sa.Column("called_at", sa.DateTime))
        table.add_column(sa.Column("called_for", sa.JSON, nullable=False, server_default="{}"))


def downgrade() -> None:
    """Drop the columns."""
    with op.batch_alter_table("screen_states") as table:
        table.drop_column("called_for")
        table.drop_column("called_at")
