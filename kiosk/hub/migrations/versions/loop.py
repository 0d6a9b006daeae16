"""What managers say of an item of the loop: when, how often and for which screens; and notes in words of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
_COLUMNS = ("label", "title", "text", "valid_from", "valid_until", "priority", "weight", "group_id", "screen_id")


def upgrade() -> None:
    """Add the columns; what is in the loop stays as it is."""
    with op.batch_alter_table("playlist_items") as table:
        table.add_column(sa.Column("label", sa.String, nullable=False, server_default=""))
        table.add_column(sa.Column("title", sa.JSON, nullable=False, server_default="{}"))
        table.add_column(sa.Column("text", sa.JSON, nullable=False, server_default="{}"))
        table.add_column(sa.Column("valid_from", sa.DateTime))
        table.add_column(sa.Column("valid_until", sa.DateTime))
        table.add_column(sa.Column("priority", sa.Integer, nullable=False, server_default="0"))
        table.add_column(sa.Column("weight", sa.Integer, nullable=False, server_default="1"))
        table.add_column(sa.Column("group_id", sa.String))
        table.add_column(sa.Column("screen_id", sa.String))


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("playlist_items") as table:
        for name in _COLUMNS:
            table.drop_column(name)
