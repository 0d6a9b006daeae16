"""How far each message came, which are to be brought to members by which channel, and whose phones may be rung."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
_TIMES = ("delivered_at", "read_at", "answered_at")


def upgrade() -> None:
    """Add columns and tables; what members wrote before came from their phones' pages."""
    op.add_column("messages", sa.Column("entry", sa.String, nullable=False, server_default="hub"))
    op.execute("UPDATE messages SET entry = 'web' WHERE author = 'member'")
    for time in _TIMES:
        op.add_column("messages", sa.Column(time, sa.DateTime))
    op.create_index("ix_messages_bookmark_id", "messages", ["bookmark_id"])
    op.create_table(
        "errands",
        sa.Column("message_id", sa.Integer, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("is_awaited", sa.Boolean, nullable=False),
        sa.Column("due_at", sa.DateTime),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("sent_at", sa.DateTime),
        sa.Column("outcome", sa.String),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name="fk_errands_message_id_messages"),
        sa.PrimaryKeyConstraint("message_id", "channel", name="pk_errands"),
    )
    op.create_index("ix_errands_due_at", "errands", ["due_at"])
    op.create_table(
        "push_subscriptions",
        sa.Column("endpoint", sa.String, primary_key=True),
        sa.Column("browser_hash", sa.String, nullable=False),
        sa.Column("p256dh", sa.String, nullable=False),
        sa.Column("auth", sa.String, nullable=False),
    )
    op.create_index("ix_push_subscriptions_browser_hash", "push_subscriptions", ["browser_hash"])


def downgrade() -> None:
    """Drop them."""
    op.drop_table("push_subscriptions")
    op.drop_table("errands")
    op.drop_index("ix_messages_bookmark_id", "messages")
    with op.batch_alter_table("messages") as table:
        for column in ("entry", *_TIMES):
            table.drop_column(column)
