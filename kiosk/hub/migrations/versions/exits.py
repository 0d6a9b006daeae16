"""That an exit saw a member go, in place of a door, which knows nobody who goes from who comes; and that a till did."""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"


def upgrade() -> None:
    """Exchange the columns; nobody whom a door saw is known to go by that any more."""
    op.drop_index("ix_visits_door_at", "visits")
    op.drop_column("visits", "door_at")
    op.add_column("visits", sa.Column("exit_at", sa.DateTime))
    op.create_index("ix_visits_exit_at", "visits", ["exit_at"])
    op.add_column("visits", sa.Column("told", sa.String, nullable=False, server_default=""))
    op.add_column("visits", sa.Column("was_at_till", sa.Boolean, nullable=False, server_default=sa.false()))
    op.execute(sa.text("UPDATE settlements SET left_by = 'exit' WHERE left_by = 'door'"))


def downgrade() -> None:
    """Change them back."""
    op.execute(sa.text("UPDATE settlements SET left_by = 'door' WHERE left_by = 'exit'"))
    for column in ("was_at_till", "told"):
        op.drop_column("visits", column)
    op.drop_index("ix_visits_exit_at", "visits")
    op.drop_column("visits", "exit_at")
    op.add_column("visits", sa.Column("door_at", sa.DateTime))
    op.create_index("ix_visits_door_at", "visits", ["door_at"])
