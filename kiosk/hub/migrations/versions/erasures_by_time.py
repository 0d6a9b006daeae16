"""Whether anybody was erased since a tap: each tap asks that."""

from alembic import op

revision = "0061"
down_revision = "0060"


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_tombstones_erased_at", "tombstones", ["erased_at"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_tombstones_erased_at", "tombstones")
