"""What was sold and what came back, by article and time, for counts that are brought in later."""

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"


def upgrade() -> None:
    """Add the table; what was sold before is in no count that is still to come."""
    op.create_table(
        "stock_moves",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("pieces", sa.Integer, nullable=False),
        sa.Column("moved_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_stock_moves_store_id"),
        sa.PrimaryKeyConstraint("id", name="pk_stock_moves"),
    )
    op.create_index("ix_stock_moves_store_id_code_moved_at", "stock_moves", ["store_id", "code", "moved_at"])
    op.create_index("ix_stock_moves_moved_at", "stock_moves", ["moved_at"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("stock_moves")
