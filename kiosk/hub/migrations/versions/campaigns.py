"""Campaigns, who came by them, and what stores were told of their months."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"


def upgrade() -> None:
    """Add the tables, and the campaign by which somebody signs in."""
    _add_campaigns()
    _add_touches()
    op.create_table(
        "told_months",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("told_at", sa.DateTime, nullable=False),
        sa.Column("report", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_told_months_store_id"),
        sa.PrimaryKeyConstraint("store_id", "first", name="pk_told_months"),
    )
    op.create_index("ix_told_months_told_at", "told_months", ["told_at"])
    for table in ("mail_links", "departures"):
        op.add_column(table, sa.Column("campaign_code", sa.String))


def _add_campaigns() -> None:
    op.create_table(
        "campaigns",
        sa.Column("code", sa.String, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("begins_at", sa.DateTime, nullable=False),
        sa.Column("ends_at", sa.DateTime),
        sa.Column("offer_id", sa.String),
        sa.Column("opened", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_campaigns_store_id"),
        sa.ForeignKeyConstraint(["offer_id"], ["offers.id"], name="fk_campaigns_offer_id"),
        sa.PrimaryKeyConstraint("code", name="pk_campaigns"),
    )
    op.create_index("ix_campaigns_store_id", "campaigns", ["store_id"])


def _add_touches() -> None:
    op.create_table(
        "touches",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("member_key", sa.String, nullable=False),
        sa.Column("campaign_code", sa.String, nullable=False),
        sa.Column("touched_at", sa.DateTime, nullable=False),
        sa.Column("offer_id", sa.String),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_touches_store_id"),
        sa.ForeignKeyConstraint(["member_key"], ["members.key"], name="fk_touches_member_key"),
        sa.ForeignKeyConstraint(["campaign_code"], ["campaigns.code"], name="fk_touches_campaign_code"),
        sa.ForeignKeyConstraint(["offer_id"], ["offers.id"], name="fk_touches_offer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_touches"),
    )
    op.create_index("ix_touches_store_id_touched_at", "touches", ["store_id", "touched_at"])
    op.create_index("ix_touches_member_key", "touches", ["member_key"])


def downgrade() -> None:
    """Drop them."""
    for table in ("mail_links", "departures"):
        op.drop_column(table, "campaign_code")
    for table in ("told_months", "touches", "campaigns"):
        op.drop_table(table)
