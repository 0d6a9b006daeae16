"""Which passes of who was erased phones are still to hear are void."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "void_passes",
        sa.Column("serial", sa.String, nullable=False),
        sa.Column("device_hash", sa.String, nullable=False, index=True),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("voided_at", sa.DateTime, nullable=False, index=True),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_void_passes_store_id"),
        sa.PrimaryKeyConstraint("serial", "device_hash", name="pk_void_passes"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("void_passes")
