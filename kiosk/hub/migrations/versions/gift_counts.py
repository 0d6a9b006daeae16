"""How many coupons each of the staff gave in a day, apart from the members who have them and may be erased."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "gift_counts",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("clerk_id", sa.String, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_gift_counts_store_id"),
        sa.PrimaryKeyConstraint("store_id", "clerk_id", name="pk_gift_counts"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("gift_counts")
