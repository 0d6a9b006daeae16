"""What was kept in a store in the last minutes, found among all that ever was."""

from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    """Add the index."""
    with op.batch_alter_table("bookmarks") as table:
        table.create_index("ix_bookmarks_store_id_kept_at", ["store_id", "kept_at"])


def downgrade() -> None:
    """Drop it."""
    with op.batch_alter_table("bookmarks") as table:
        table.drop_index("ix_bookmarks_store_id_kept_at")
