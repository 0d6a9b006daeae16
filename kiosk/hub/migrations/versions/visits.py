"""That a member is in the store: her visits, the screens that are doors, and the way to each department."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"


def upgrade() -> None:
    """Add the tables; no screen is a door until somebody says so."""
    op.add_column("screens", sa.Column("place", sa.String, nullable=False, server_default=""))
    op.create_table(
        "departments",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("zone", sa.String, nullable=False),
        sa.Column("title", sa.JSON, nullable=False),
        sa.Column("way", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_departments_store_id"),
        sa.PrimaryKeyConstraint("store_id", "zone", name="pk_departments"),
    )
    op.create_table(
        "visits",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("member_key", sa.String, nullable=False),
        sa.Column("way", sa.String, nullable=False),
        sa.Column("began_at", sa.DateTime, nullable=False),
        sa.Column("seen_at", sa.DateTime, nullable=False),
        sa.Column("screen_id", sa.String),
        sa.Column("zones", sa.JSON, nullable=False),
        sa.Column("ended_at", sa.DateTime),
        sa.Column("ended_by", sa.String),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_visits_store_id"),
        sa.ForeignKeyConstraint(["member_key"], ["members.key"], name="fk_visits_member_key"),
        sa.PrimaryKeyConstraint("id", name="pk_visits"),
    )
    op.create_index("ix_visits_member_key", "visits", ["member_key"])
    op.create_index("ix_visits_ended_at", "visits", ["ended_at"])


def downgrade() -> None:
    """Drop them."""
    op.drop_table("visits")
    op.drop_table("departments")
    op.drop_column("screens", "place")
