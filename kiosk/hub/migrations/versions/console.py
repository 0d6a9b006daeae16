"""The manager's console: who may sign in, how each screen last was, and offers that two people may edit."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables, and the offers' new columns."""
    op.create_table(
        "persons",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False),
        sa.Column("name", sa.String, nullable=False, unique=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("password_hash", sa.String, nullable=False),
    )
    op.create_table(
        "sign_ins",
        sa.Column("token_hash", sa.String, primary_key=True),
        sa.Column("person_id", sa.String, sa.ForeignKey("persons.id"), nullable=False, index=True),
        sa.Column("began_at", sa.DateTime, nullable=False),
        sa.Column("seen_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "screen_states",
        sa.Column("store_id", sa.String, primary_key=True),
        sa.Column("screen_id", sa.String, primary_key=True),
        sa.Column("heard_at", sa.DateTime, nullable=False),
        sa.Column("told_at", sa.DateTime),
        sa.Column("told", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(["store_id", "screen_id"], ["screens.store_id", "screens.id"]),
    )
    with op.batch_alter_table("offers") as table:
        table.add_column(sa.Column("version", sa.Integer, nullable=False, server_default="1"))
        table.add_column(sa.Column("archived_at", sa.DateTime))


def downgrade() -> None:
    """Drop the tables and the columns."""
    with op.batch_alter_table("offers") as table:
        table.drop_column("archived_at")
        table.drop_column("version")
    for name in ("screen_states", "sign_ins", "persons"):
        op.drop_table(name)
