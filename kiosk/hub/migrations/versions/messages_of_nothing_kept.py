"""Messages to members that stand on no page of what they kept, and the phones that are rung for them."""

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0061"
_FIRST_BOOKMARK = """
UPDATE messages SET bookmark_id = (
    SELECT bookmarks.id FROM bookmarks
    WHERE bookmarks.conversation_id = messages.conversation_id ORDER BY bookmarks.first_message_id LIMIT 1
) WHERE bookmark_id IS NULL
"""
_DROPS = (
    "DELETE FROM errands WHERE message_id IN (SELECT id FROM messages WHERE bookmark_id IS NULL)",
    "DELETE FROM reply_addresses WHERE message_id IN (SELECT id FROM messages WHERE bookmark_id IS NULL)",
    "DELETE FROM chatwoot_messages WHERE message_id IN (SELECT id FROM messages WHERE bookmark_id IS NULL)",
    "DELETE FROM chatwoot_links WHERE begins_with IN (SELECT id FROM messages WHERE bookmark_id IS NULL)",
    "DELETE FROM messages WHERE bookmark_id IS NULL",
)


def upgrade() -> None:
    """Let a message stand on no such page, and a sign-in say on which browser it is."""
    with op.batch_alter_table("messages") as table:
        table.alter_column("bookmark_id", existing_type=sa.String, nullable=True)
    op.add_column("member_sign_ins", sa.Column("browser_hash", sa.String, nullable=True))


def downgrade() -> None:
    """Put each such message on the page of what its member kept first; without one it goes, and all that is of it."""
    op.drop_column("member_sign_ins", "browser_hash")
    op.execute(_FIRST_BOOKMARK)
    for drop in _DROPS:
        op.execute(drop)
    with op.batch_alter_table("messages") as table:
        table.alter_column("bookmark_id", existing_type=sa.String, nullable=False)
