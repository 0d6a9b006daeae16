"""How often a campaign's link was followed as far as that is told: by whole days, and never of a few more."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"


def upgrade() -> None:
    """Add the columns; what was told so far is told on where it is of many."""
    op.add_column("campaigns", sa.Column("opened_told", sa.Integer, nullable=False, server_default="0"))
    op.add_column("campaigns", sa.Column("opened_on", sa.Date, nullable=True))
    op.execute("UPDATE campaigns SET opened_told = opened WHERE opened >= 5")


def downgrade() -> None:
    """Drop them."""
    op.drop_column("campaigns", "opened_on")
    op.drop_column("campaigns", "opened_told")
