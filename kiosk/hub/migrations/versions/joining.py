"""Members' accounts, how they sign in, the window in which they show a card, and beacons that expire."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Make the tables, and add the column."""
    _make_accounts()
    _make_ways_in()
    _make_belongings()


def _make_accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False),
        sa.Column("opened_at", sa.DateTime, nullable=False),
        sa.Column("address", sa.String),
        sa.Column("issuer", sa.String),
        sa.Column("subject", sa.String),
        sa.UniqueConstraint("store_id", "address", name="uq_accounts_store_id_address"),
        sa.UniqueConstraint("store_id", "issuer", "subject", name="uq_accounts_store_id_issuer_subject"),
    )
    op.create_table(
        "member_sign_ins",
        sa.Column("token_hash", sa.String, primary_key=True),
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), nullable=False, index=True),
        sa.Column("began_at", sa.DateTime, nullable=False, index=True),
    )


def _make_ways_in() -> None:
    op.create_table(
        "mail_links",
        sa.Column("token_hash", sa.String, primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False),
        sa.Column("address", sa.String, nullable=False),
        sa.Column("browser_hash", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False, index=True),
    )
    op.create_table(
        "departures",
        sa.Column("state_hash", sa.String, primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False),
        sa.Column("browser_hash", sa.String, nullable=False),
        sa.Column("nonce", sa.String, nullable=False),
        sa.Column("verifier", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("left_at", sa.DateTime, nullable=False, index=True),
    )


def _make_belongings() -> None:
    op.create_table(
        "card_windows",
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), primary_key=True),
        sa.Column("opened_at", sa.DateTime, nullable=False),
    )
    with op.batch_alter_table("proximity_ids") as table:
        table.add_column(sa.Column("expires_at", sa.DateTime))
        table.create_index("ix_proximity_ids_expires_at", ["expires_at"])


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("proximity_ids") as table:
        table.drop_index("ix_proximity_ids_expires_at")
        table.drop_column("expires_at")
    for name in ("card_windows", "departures", "mail_links", "member_sign_ins", "accounts"):
        op.drop_table(name)
