"""Which kept offers lie in wallets, and which phones asked to be told of them."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "wallet_coupons",
        sa.Column("serial", sa.String, nullable=False),
        sa.Column("bookmark_id", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("told_at", sa.DateTime, nullable=False),
        sa.Column("is_at_google", sa.Boolean, nullable=False),
        sa.ForeignKeyConstraint(["bookmark_id"], ["bookmarks.id"], name="fk_wallet_coupons_bookmark_id"),
        sa.PrimaryKeyConstraint("serial", name="pk_wallet_coupons"),
        sa.UniqueConstraint("bookmark_id", name="uq_wallet_coupons_bookmark_id"),
    )
    op.create_table(
        "wallet_devices",
        sa.Column("device_hash", sa.String, nullable=False),
        sa.Column("serial", sa.String, nullable=False),
        sa.Column("push_token", sa.String, nullable=False),
        sa.Column("registered_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(["serial"], ["wallet_coupons.serial"], name="fk_wallet_devices_serial"),
        sa.PrimaryKeyConstraint("device_hash", "serial", name="pk_wallet_devices"),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("wallet_devices")
    op.drop_table("wallet_coupons")
