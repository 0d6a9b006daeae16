"""What a phone's page keeps to itself: the code for the till, and what was said on other pages."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
_LAST_BOOKMARK = """
UPDATE messages SET bookmark_id = (
    SELECT bookmarks.id FROM bookmarks
    WHERE bookmarks.conversation_id = messages.conversation_id AND bookmarks.first_message_id <= messages.id
    ORDER BY bookmarks.first_message_id DESC LIMIT 1
)
"""


def upgrade() -> None:
    """Add the columns; a message that is there belongs to what was kept last before it."""
    with op.batch_alter_table("claims") as table:
        table.add_column(sa.Column("code_shown_at", sa.DateTime))
    with op.batch_alter_table("messages") as table:
        table.add_column(sa.Column("bookmark_id", sa.String))
    op.execute(_LAST_BOOKMARK)
    with op.batch_alter_table("messages") as table:
        table.alter_column("bookmark_id", existing_type=sa.String, nullable=False)


def downgrade() -> None:
    """Drop the columns."""
    with op.batch_alter_table("messages") as table:
        table.drop_column("bookmark_id")
    with op.batch_alter_table("claims") as table:
        table.drop_column("code_shown_at")
