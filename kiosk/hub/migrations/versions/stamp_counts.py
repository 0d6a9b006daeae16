"""How many stamps a member's card had after a tap, so that a repeated request gets the same answer."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    """Add the columns; nobody waits for the answer to a bookmark from before."""
    with op.batch_alter_table("bookmarks") as table:
        table.add_column(sa.Column("stamps", sa.Integer))
        table.add_column(sa.Column("stamps_wanted", sa.Integer))


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("bookmarks") as table:
        table.drop_column("stamps_wanted")
        table.drop_column("stamps")
