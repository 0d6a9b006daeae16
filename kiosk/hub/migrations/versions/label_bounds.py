"""What a label of an article says at the least and at the most, so that none is made up."""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"


def upgrade() -> None:
    """Add the columns; of what is sold already nobody said it."""
    op.add_column("articles", sa.Column("label_least", sa.String(32)))
    op.add_column("articles", sa.Column("label_most", sa.String(32)))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("articles", "label_most")
    op.drop_column("articles", "label_least")
