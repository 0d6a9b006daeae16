"""When payments came to nothing, so that they go once nobody asks about them any more."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"


def upgrade() -> None:
    """Add the column; of those that came to nothing before it is known until when they could have come to something."""
    op.add_column("settlements", sa.Column("released_at", sa.DateTime))
    op.create_index("ix_settlements_released_at", "settlements", ["released_at"])
    settlements = sa.table("settlements", sa.column("state"), sa.column("ends_at"), sa.column("released_at"))
    released = settlements.update().where(settlements.c.state == "released")
    op.execute(released.values(released_at=settlements.c.ends_at))


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_settlements_released_at", "settlements")
    op.drop_column("settlements", "released_at")
