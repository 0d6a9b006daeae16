"""By what those were known to sources who took back that offers are chosen by it."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "ended_consents",
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("value", sa.String, primary_key=True),
        sa.Column("ended_at", sa.DateTime, nullable=False, index=True),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("ended_consents")
