"""What was signed of sales that were paid on phones, and the passes with which one walks out with them."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"


def upgrade() -> None:
    """Add columns and tables."""
    with op.batch_alter_table("settlements") as settlements:
        settlements.add_column(sa.Column("seal", sa.JSON))
        settlements.add_column(sa.Column("is_sealed", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_index("ix_settlements_state_is_sealed", "settlements", ["state", "is_sealed"])
    op.create_table(
        "exit_passes",
        sa.Column("code", sa.String, nullable=False),
        sa.Column("settlement_id", sa.String, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("secret", sa.String, nullable=False),
        sa.Column("pieces", sa.Integer, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("is_sampled", sa.Boolean, nullable=False),
        sa.Column("used_at", sa.DateTime),
        sa.Column("used_by", sa.String),
        sa.Column("result", sa.String),
        sa.Column("looked_by", sa.String),
        sa.ForeignKeyConstraint(["settlement_id"], ["settlements.id"], name="fk_exit_passes_settlement_id"),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_exit_passes_store_id"),
        sa.PrimaryKeyConstraint("code", name="pk_exit_passes"),
        sa.UniqueConstraint("settlement_id", name="uq_exit_passes_settlement_id"),
    )
    _add_refunds()
    _add_promotion_uses()


def _add_refunds() -> None:
    op.create_table(
        "refunds",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("settlement_id", sa.String, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("counts", sa.JSON, nullable=False),
        sa.Column("amount", sa.String(32), nullable=False),
        sa.Column("money", sa.String(32), nullable=False),
        sa.Column("tendered", sa.JSON, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("made_by", sa.String, nullable=False),
        sa.Column("look_at", sa.DateTime),
        sa.Column("state", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["settlement_id"], ["settlements.id"], name="fk_refunds_settlement_id"),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_refunds_store_id"),
        sa.PrimaryKeyConstraint("id", name="pk_refunds"),
    )
    op.create_index("ix_refunds_settlement_id", "refunds", ["settlement_id"])
    op.create_index("ix_refunds_look_at", "refunds", ["look_at"])


def _add_promotion_uses() -> None:
    op.add_column("promotions", sa.Column("per_member", sa.Integer))
    op.create_table(
        "promotion_uses",
        sa.Column("settlement_id", sa.String, nullable=False),
        sa.Column("promotion_id", sa.String, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("member_key", sa.String),
        sa.Column("amount", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["settlement_id"], ["settlements.id"], name="fk_promotion_uses_settlement_id"),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_promotion_uses_store_id"),
        sa.ForeignKeyConstraint(["member_key"], ["members.key"], name="fk_promotion_uses_member_key"),
        sa.PrimaryKeyConstraint("settlement_id", "promotion_id", name="pk_promotion_uses"),
    )
    columns = ["store_id", "promotion_id", "member_key"]
    op.create_index("ix_promotion_uses_store_id_promotion_id_member_key", "promotion_uses", columns)


def downgrade() -> None:
    """Drop them."""
    op.drop_table("promotion_uses")
    op.drop_column("promotions", "per_member")
    op.drop_table("refunds")
    op.drop_table("exit_passes")
    op.drop_index("ix_settlements_state_is_sealed", "settlements")
    with op.batch_alter_table("settlements") as settlements:
        settlements.drop_column("is_sealed")
        settlements.drop_column("seal")
