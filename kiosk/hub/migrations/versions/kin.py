"""Who turned out to be whom is found by an index of those alone, also where SQLite was told of a million others."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
_NAME = "ix_members_person_key"
_KNOWN = sa.text("person_key IS NOT NULL")


def upgrade() -> None:
    """Make the index anew."""
    op.drop_index(_NAME, "members")
    op.create_index(_NAME, "members", ["person_key"], sqlite_where=_KNOWN, postgresql_where=_KNOWN)


def downgrade() -> None:
    """Have all members in it."""
    op.drop_index(_NAME, "members")
    op.create_index(_NAME, "members", ["person_key"])
