"""When the loop of a store began on all its screens."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add the column; each screen plays by itself."""
    with op.batch_alter_table("stores") as table:
        table.add_column(sa.Column("playlist_epoch", sa.DateTime))


def downgrade() -> None:
    """Drop the column."""
    with op.batch_alter_table("stores") as table:
        table.drop_column("playlist_epoch")
