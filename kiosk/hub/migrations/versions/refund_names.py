"""By which name a provider knows a refund: two of a till might have had one, where the first was asked for anew."""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"

_NAMES = sa.text(
    "UPDATE refunds SET name = CASE WHEN attempt = 1 THEN id ELSE id || '/' || CAST(attempt AS VARCHAR(20)) END"
)


def upgrade() -> None:
    """Add the column; what was asked for up to now goes on under the name that it had."""
    op.add_column("refunds", sa.Column("name", sa.String, nullable=False, server_default=""))
    op.execute(_NAMES)


def downgrade() -> None:
    """Drop it."""
    op.drop_column("refunds", "name")
