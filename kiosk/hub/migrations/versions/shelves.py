"""What an article holds, so that its unit price can be told, and on which shelf it stands."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    """Add the columns, and let the last change be found quickly."""
    op.add_column("articles", sa.Column("content", sa.String(32)))
    op.add_column("articles", sa.Column("content_per", sa.String))
    op.add_column("articles", sa.Column("shelf", sa.String))
    op.create_index("ix_articles_store_id_changed_at", "articles", ["store_id", "changed_at"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_articles_store_id_changed_at", "articles")
    for column in ("shelf", "content_per", "content"):
        op.drop_column("articles", column)
