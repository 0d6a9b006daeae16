"""The hub's own secret for the tokens of its forms."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table and the key in it."""
    table = op.create_table("form_keys", sa.Column("key", sa.String, primary_key=True))
    op.bulk_insert(table, [{"key": secrets.token_urlsafe(32)}])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("form_keys")
