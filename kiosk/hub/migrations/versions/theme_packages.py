"""Which packages of the store's own themes a screen fetches for what it shall wear."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add the column; what was published before lies on the screens' own shelves."""
    with op.batch_alter_table("theme_choices") as table:
        table.add_column(sa.Column("packages", sa.JSON, nullable=False, server_default="{}"))


def downgrade() -> None:
    """Drop it."""
    with op.batch_alter_table("theme_choices") as table:
        table.drop_column("packages")
