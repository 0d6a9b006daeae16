"""What members let the store charge as they leave, and that a door saw them go."""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"


def upgrade() -> None:
    """Add the tables, and to payments and visits what is known of that; nobody let anything be charged before."""
    op.create_table(
        "mandates",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("member_key", sa.String, nullable=False),
        sa.Column("provider", sa.String, nullable=False),
        sa.Column("most", sa.String(32), nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("ends_at", sa.DateTime, nullable=False),
        sa.Column("look_at", sa.DateTime),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("ref", sa.String, nullable=False),
        sa.Column("begun_at", sa.DateTime),
        sa.Column("ended_at", sa.DateTime),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_mandates_store_id"),
        sa.ForeignKeyConstraint(["member_key"], ["members.key"], name="fk_mandates_member_key"),
        sa.PrimaryKeyConstraint("id", name="pk_mandates"),
    )
    for column in ("member_key", "look_at", "ended_at"):
        op.create_index(f"ix_mandates_{column}", "mandates", [column])
    op.create_table(
        "training_means",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("pays", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_training_means"),
    )
    _add_what_is_known_of_leaving()


def _add_what_is_known_of_leaving() -> None:
    op.add_column("settlements", sa.Column("left_by", sa.String))
    op.add_column("settlements", sa.Column("means", sa.String, nullable=False, server_default=""))
    op.add_column("visits", sa.Column("door_at", sa.DateTime))
    for column in ("is_due", "was_packed"):
        op.add_column("visits", sa.Column(column, sa.Boolean, nullable=False, server_default=sa.false()))
    for column in ("door_at", "is_due"):
        op.create_index(f"ix_visits_{column}", "visits", [column])


def downgrade() -> None:
    """Drop them."""
    for column in ("is_due", "door_at"):
        op.drop_index(f"ix_visits_{column}", "visits")
    for column in ("was_packed", "is_due", "door_at"):
        op.drop_column("visits", column)
    for column in ("means", "left_by"):
        op.drop_column("settlements", column)
    op.drop_table("training_means")
    op.drop_table("mandates")
