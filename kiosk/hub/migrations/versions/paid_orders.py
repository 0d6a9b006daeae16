"""What was paid on phones and is picked up or brought home, and what goes back to the shelf."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"


def upgrade() -> None:
    """Add the columns; all orders up to now were the web shop's, and are picked up."""
    with op.batch_alter_table("pickups") as pickups:
        pickups.add_column(sa.Column("way", sa.String, nullable=False, server_default="pick_up"))
        pickups.add_column(sa.Column("settlement_id", sa.String))
        pickups.add_column(sa.Column("address", sa.String))
        pickups.create_foreign_key("fk_pickups_settlement_id", "settlements", ["settlement_id"], ["id"])
    op.create_index("ix_pickups_settlement_id", "pickups", ["settlement_id"])
    op.add_column("settlements", sa.Column("address", sa.String))
    op.add_column("refunds", sa.Column("restocks", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("refunds", "restocks")
    op.drop_column("settlements", "address")
    op.drop_index("ix_pickups_settlement_id", "pickups")
    with op.batch_alter_table("pickups") as pickups:
        pickups.drop_constraint("fk_pickups_settlement_id", type_="foreignkey")
        pickups.drop_column("address")
        pickups.drop_column("settlement_id")
        pickups.drop_column("way")
