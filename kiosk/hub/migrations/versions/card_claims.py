"""What members say of printed cards, until a till agrees."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "card_claims",
        sa.Column("member_key", sa.String, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("card_hash", sa.String, nullable=False),
        sa.Column("code_hash", sa.String, nullable=False),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("confirmed_at", sa.DateTime),
        sa.ForeignKeyConstraint(["member_key"], ["members.key"], name="fk_card_claims_member_key"),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_card_claims_store_id"),
        sa.PrimaryKeyConstraint("member_key", name="pk_card_claims"),
    )
    op.create_index("ix_card_claims_code_hash", "card_claims", ["code_hash"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("card_claims")
