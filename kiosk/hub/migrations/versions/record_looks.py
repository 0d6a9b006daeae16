"""Who of the store looked at what it has of a member, without a handshake."""

import sqlalchemy as sa
from alembic import op

revision = "0063"
down_revision = "0062"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "record_looks",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), nullable=False, index=True),
        sa.Column("clerk", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("record", sa.String, nullable=False),
        sa.Column("happened_at", sa.DateTime, nullable=False, index=True),
        sa.Column("until", sa.DateTime),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("record_looks")
