"""The short codes by which kept offers are bought at a till."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def upgrade() -> None:
    """Add the column; bookmarks that are there get codes of their own."""
    with op.batch_alter_table("bookmarks") as table:
        table.add_column(sa.Column("redeem_code", sa.String))
    bookmarks = sa.table("bookmarks", sa.column("id"), sa.column("redeem_code"))
    connection = op.get_bind()
    for bookmark in connection.scalars(sa.select(bookmarks.c.id)).all():
        code = "".join(secrets.choice(_ALPHABET) for _ in range(8))
        connection.execute(bookmarks.update().where(bookmarks.c.id == bookmark).values(redeem_code=code))
    with op.batch_alter_table("bookmarks") as table:
        table.alter_column("redeem_code", existing_type=sa.String, nullable=False)
        table.create_unique_constraint("uq_bookmarks_redeem_code", ["redeem_code"])


def downgrade() -> None:
    """Drop the column."""
    with op.batch_alter_table("bookmarks") as table:
        table.drop_constraint("uq_bookmarks_redeem_code", type_="unique")
        table.drop_column("redeem_code")
