"""Paying with what was earned, goods that are brought back, and whose earnings those were."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    """Add the tables and columns."""
    with op.batch_alter_table("receipts") as table:
        table.add_column(sa.Column("earning_key", sa.String))
        table.add_column(sa.Column("returned", sa.JSON, nullable=False, server_default="{}"))
    with op.batch_alter_table("earnings") as table:
        table.add_column(sa.Column("member_key", sa.String))
        table.create_foreign_key("fk_earnings_member_key", "members", ["member_key"], ["key"])
        table.create_index("ix_earnings_member_key", ["member_key"])
    with op.batch_alter_table("referrals") as table:
        table.add_column(sa.Column("confirmed_by", sa.String))
        table.create_index("ix_referrals_confirmed_by", ["confirmed_by"])
    _create_payments()
    _create_goods_returns()


def downgrade() -> None:
    """Drop them."""
    op.drop_table("goods_returns")
    op.drop_table("payments")
    with op.batch_alter_table("referrals") as table:
        table.drop_index("ix_referrals_confirmed_by")
        table.drop_column("confirmed_by")
    with op.batch_alter_table("earnings") as table:
        table.drop_index("ix_earnings_member_key")
        table.drop_constraint("fk_earnings_member_key", type_="foreignkey")
        table.drop_column("member_key")
    with op.batch_alter_table("receipts") as table:
        table.drop_column("returned")
        table.drop_column("earning_key")


def _create_payments() -> None:
    op.create_table(
        "payments",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("till_id", sa.String, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("member_key", sa.String, nullable=False),
        sa.Column("unit", sa.String, nullable=False),
        sa.Column("steps", sa.BigInteger, nullable=False),
        sa.Column("worth", sa.String(32), nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("due_at", sa.DateTime),
        sa.Column("state", sa.String, nullable=False),
        sa.ForeignKeyConstraint(
            ["store_id", "till_id"], ["tills.store_id", "tills.id"], name="fk_payments_store_id_till_id"
        ),
        sa.ForeignKeyConstraint(["member_key"], ["members.key"], name="fk_payments_member_key"),
        sa.PrimaryKeyConstraint("store_id", "till_id", "id", name="pk_payments"),
    )
    op.create_index("ix_payments_due_at", "payments", ["due_at"])
    op.create_index("ix_payments_member_key", "payments", ["member_key"])


def _create_goods_returns() -> None:
    op.create_table(
        "goods_returns",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("till_id", sa.String, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("receipt_till_id", sa.String, nullable=False),
        sa.Column("receipt_id", sa.String, nullable=False),
        sa.Column("returned_at", sa.DateTime, nullable=False),
        sa.Column("taken", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["store_id", "till_id"], ["tills.store_id", "tills.id"], name="fk_goods_returns_store_id_till_id"
        ),
        sa.ForeignKeyConstraint(
            ["store_id", "receipt_till_id", "receipt_id"],
            ["receipts.store_id", "receipts.till_id", "receipts.id"],
            name="fk_goods_returns_store_id_receipt_till_id_receipt_id",
        ),
        sa.PrimaryKeyConstraint("store_id", "till_id", "id", name="pk_goods_returns"),
    )
