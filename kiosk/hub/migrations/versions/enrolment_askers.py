"""Who asked first with an enrolment code: the token goes to nobody else."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column; codes that wait now have no asker and live for minutes: they begin anew."""
    op.execute("DELETE FROM enrolments")
    with op.batch_alter_table("enrolments") as table:
        table.add_column(sa.Column("asker_hash", sa.String, nullable=False))


def downgrade() -> None:
    """Drop the column."""
    with op.batch_alter_table("enrolments") as table:
        table.drop_column("asker_hash")
