"""The systems that are told what happens in a store, and what they are still to be told."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "webhooks",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("secret", sa.String, nullable=False),
        sa.Column("kinds", sa.JSON, nullable=False),
        sa.Column("allows_private", sa.Boolean, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("due_at", sa.DateTime, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("disabled_at", sa.DateTime),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_webhooks_store_id"),
        sa.PrimaryKeyConstraint("id", name="pk_webhooks"),
    )
    op.create_index("ix_webhooks_store_id", "webhooks", ["store_id"])
    op.create_table(
        "webhook_events",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("webhook_id", sa.String, nullable=False),
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("happened_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(["webhook_id"], ["webhooks.id"], name="fk_webhook_events_webhook_id"),
        sa.PrimaryKeyConstraint("number", name="pk_webhook_events"),
    )
    op.create_index("ix_webhook_events_webhook_id", "webhook_events", ["webhook_id"])


def downgrade() -> None:
    """Drop them."""
    op.drop_table("webhook_events")
    op.drop_table("webhooks")
