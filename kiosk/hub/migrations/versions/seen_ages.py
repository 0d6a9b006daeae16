"""Which age somebody of the staff saw as an order was handed over."""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"


def upgrade() -> None:
    """Add the column; at those that were handed over before nobody looked, or nobody noted it."""
    op.add_column("pickups", sa.Column("seen_age", sa.Integer))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("pickups", "seen_age")
