"""For which age somebody of the staff looked at a member, and who of them refused her what not everybody may buy."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"


def upgrade() -> None:
    """Add the columns; who was looked at before is looked at once more."""
    op.add_column("basket_lines", sa.Column("approved_age", sa.Integer))
    op.add_column("basket_lines", sa.Column("refused_by", sa.String))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("basket_lines", "refused_by")
    op.drop_column("basket_lines", "approved_age")
