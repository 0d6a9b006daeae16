"""Conversations that are told at a Chatwoot, and mails that are answered."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "chatwoot_links",
        sa.Column("conversation_id", sa.String, sa.ForeignKey("conversations.id"), primary_key=True),
        sa.Column("source_id", sa.String, nullable=False, unique=True),
        sa.Column("begins_with", sa.Integer, nullable=False),
        sa.Column("stirred_at", sa.DateTime, nullable=False),
        sa.Column("due_at", sa.DateTime, nullable=False, index=True),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("contact_id", sa.BigInteger),
        sa.Column("number", sa.BigInteger, unique=True),
        sa.Column("heard_id", sa.BigInteger, nullable=False),
        sa.Column("status", sa.String),
    )
    op.create_table(
        "chatwoot_messages",
        sa.Column("message_id", sa.Integer, sa.ForeignKey("messages.id"), primary_key=True),
        sa.Column("conversation_id", sa.String, sa.ForeignKey("conversations.id"), nullable=False, index=True),
        sa.Column("tried_at", sa.DateTime, nullable=False),
        sa.Column("remote_id", sa.BigInteger, unique=True),
        sa.Column("dead_at", sa.DateTime),
        sa.Column("why", sa.String),
    )
    op.create_table(
        "chatwoot_departures",
        sa.Column("source_id", sa.String, primary_key=True),
        sa.Column("due_at", sa.DateTime, nullable=False, index=True),
        sa.Column("contact_id", sa.BigInteger),
        sa.Column("tries", sa.Integer, nullable=False),
    )
    _add_mails()


def _add_mails() -> None:
    op.create_table(
        "reply_addresses",
        sa.Column("message_id", sa.Integer, sa.ForeignKey("messages.id"), primary_key=True),
        sa.Column("token", sa.String, nullable=False, unique=True),
        sa.Column("made_at", sa.DateTime, nullable=False, index=True),
    )
    op.create_table(
        "stray_mails",
        sa.Column("id_hash", sa.String, primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False, index=True),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("sender", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("came_at", sa.DateTime, nullable=False, index=True),
        sa.Column("done_at", sa.DateTime),
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("stray_mails", "reply_addresses", "chatwoot_departures", "chatwoot_messages", "chatwoot_links"):
        op.drop_table(table)
