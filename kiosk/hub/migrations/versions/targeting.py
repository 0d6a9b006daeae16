"""Budgets, control groups, visits and tastes; and what came of bookmarks at the till."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns and the tills; a store that is there gets a salt of its own."""
    with op.batch_alter_table("offers") as table:
        table.add_column(sa.Column("per_screen_day", sa.Integer))
        table.add_column(sa.Column("budget", sa.JSON))
        table.add_column(sa.Column("control", sa.JSON))
    with op.batch_alter_table("members") as table:
        table.add_column(sa.Column("visits", sa.Integer, nullable=False, server_default="0"))
        table.add_column(sa.Column("last_visit", sa.Date))
        table.add_column(sa.Column("interests", sa.JSON, nullable=False, server_default="{}"))
    with op.batch_alter_table("bookmarks") as table:
        table.add_column(sa.Column("redeemed_at", sa.DateTime))
        table.create_index("ix_bookmarks_offer_id", ["offer_id"])
        table.create_index("ix_bookmarks_store_id_screen_id_redeemed_at", ["store_id", "screen_id", "redeemed_at"])
    with op.batch_alter_table("stores") as table:
        table.add_column(sa.Column("control_salt", sa.String, nullable=False, server_default=""))
    op.execute(sa.text("UPDATE stores SET control_salt = :salt || id").bindparams(salt=secrets.token_urlsafe(16)))
    op.create_table(
        "tills",
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("token_hash", sa.String, nullable=False, unique=True),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("tills")
    for name, columns in (
        ("stores", ("control_salt",)),
        ("bookmarks", ("redeemed_at",)),
        ("members", ("visits", "last_visit", "interests")),
        ("offers", ("per_screen_day", "budget", "control")),
    ):
        with op.batch_alter_table(name) as table:
            if name == "bookmarks":
                table.drop_index("ix_bookmarks_offer_id")
                table.drop_index("ix_bookmarks_store_id_screen_id_redeemed_at")
            for column in columns:
                table.drop_column(column)
