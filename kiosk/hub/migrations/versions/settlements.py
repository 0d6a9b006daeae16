"""How baskets are paid on phones."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"


def upgrade() -> None:
    """Add the tables, and what a basket is paid with."""
    with op.batch_alter_table("baskets") as baskets:
        baskets.add_column(sa.Column("pays_with", sa.JSON, nullable=False, server_default="[]"))
    op.create_table(
        "settlements",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("member_key", sa.String),
        sa.Column("bill", sa.JSON, nullable=False),
        sa.Column("ways", sa.JSON, nullable=False),
        sa.Column("tendered", sa.JSON, nullable=False),
        sa.Column("due", sa.String(32), nullable=False),
        sa.Column("provider", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("ends_at", sa.DateTime, nullable=False),
        sa.Column("look_at", sa.DateTime),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("ref", sa.String, nullable=False),
        sa.Column("was_declined", sa.Boolean, nullable=False),
        sa.Column("is_unclear", sa.Boolean, nullable=False),
        sa.Column("paid_at", sa.DateTime),
        sa.Column("number", sa.Integer),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_settlements_store_id"),
        sa.ForeignKeyConstraint(["member_key"], ["members.key"], name="fk_settlements_member_key"),
        sa.PrimaryKeyConstraint("id", name="pk_settlements"),
        sa.UniqueConstraint("store_id", "number", name="uq_settlements_store_id_number"),
    )
    op.create_index("ix_settlements_member_key_made_at", "settlements", ["member_key", "made_at"])
    op.create_index("ix_settlements_look_at", "settlements", ["look_at"])
    _add_training_charges()


def _add_training_charges() -> None:
    op.create_table(
        "training_charges",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("amount", sa.String(32), nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("was_declined", sa.Boolean, nullable=False),
        sa.Column("approves_at", sa.DateTime),
        sa.Column("given_back", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_training_charges"),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("training_charges")
    op.drop_table("settlements")
    with op.batch_alter_table("baskets") as baskets:
        baskets.drop_column("pays_with")
