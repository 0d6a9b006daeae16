"""Where a line of a basket came from, and the bill that a page showed her last who lets the store charge her."""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"

_OF_SCREENS = sa.text(
    "UPDATE basket_lines SET screen_id = 'unknown' WHERE member_key IN"
    " (SELECT member_key FROM basket_changes WHERE id LIKE 'scan:%')"
)


def upgrade() -> None:
    """Add the columns; where anything came by a screen, nobody knows of which lines, so of none that they did not."""
    op.add_column("basket_lines", sa.Column("screen_id", sa.String))
    op.execute(_OF_SCREENS)
    op.add_column("mandates", sa.Column("shown", sa.String, nullable=False, server_default=""))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("mandates", "shown")
    op.drop_column("basket_lines", "screen_id")
