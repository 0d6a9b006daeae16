"""Which mails that were put aside are proved to be their senders', and what the store wrote back to them."""

import sqlalchemy as sa
from alembic import op

revision = "0064"
down_revision = "0063"


def upgrade() -> None:
    """Of those that wait nothing is proved."""
    op.add_column("stray_mails", sa.Column("is_proven", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("stray_mails", sa.Column("token", sa.String))
    op.add_column("stray_mails", sa.Column("answer", sa.String, nullable=False, server_default=""))
    op.add_column("stray_mails", sa.Column("answered_at", sa.DateTime))
    op.create_index("ix_stray_mails_token", "stray_mails", ["token"])


def downgrade() -> None:
    """Forget it."""
    op.drop_index("ix_stray_mails_token", "stray_mails")
    for column in ("answered_at", "answer", "token", "is_proven"):
        op.drop_column("stray_mails", column)
