"""Articles, promotions, and what members put into their baskets."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    """Add the tables."""
    _add_goods()
    _add_baskets()


def _add_goods() -> None:
    op.create_table(
        "articles",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("title", sa.JSON, nullable=False),
        sa.Column("price", sa.String(32), nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("vat", sa.String, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("sold_by", sa.String, nullable=False),
        sa.Column("deposit", sa.String(32), nullable=False),
        sa.Column("department", sa.String),
        sa.Column("family", sa.String),
        sa.Column("variant", sa.String),
        sa.Column("stock", sa.Integer),
        sa.Column("min_age", sa.Integer),
        sa.Column("is_fixed", sa.Boolean, nullable=False),
        sa.Column("archived_at", sa.DateTime),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_articles_store_id"),
        sa.PrimaryKeyConstraint("store_id", "code", name="pk_articles"),
    )
    op.create_index("ix_articles_store_id_family", "articles", ["store_id", "family"])
    op.create_table(
        "promotions",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("benefit", sa.JSON, nullable=False),
        sa.Column("valid_from", sa.DateTime),
        sa.Column("valid_until", sa.DateTime),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_promotions_store_id"),
        sa.PrimaryKeyConstraint("store_id", "id", name="pk_promotions"),
    )


def _add_baskets() -> None:
    op.create_table(
        "baskets",
        sa.Column("member_key", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(["member_key"], ["members.key"], name="fk_baskets_member_key"),
        sa.PrimaryKeyConstraint("member_key", name="pk_baskets"),
    )
    op.create_table(
        "basket_lines",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("member_key", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("way", sa.String, nullable=False),
        sa.Column("seen_price", sa.String(32), nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.Column("weight", sa.String(32)),
        sa.Column("label_price", sa.String(32)),
        sa.Column("approved_by", sa.String),
        sa.ForeignKeyConstraint(["member_key"], ["baskets.member_key"], name="fk_basket_lines_member_key"),
        sa.PrimaryKeyConstraint("id", name="pk_basket_lines"),
    )
    op.create_index("ix_basket_lines_member_key", "basket_lines", ["member_key"])
    op.create_index("ix_basket_lines_added_at", "basket_lines", ["added_at"])
    op.create_table(
        "basket_changes",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("member_key", sa.String, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(["member_key"], ["baskets.member_key"], name="fk_basket_changes_member_key"),
        sa.PrimaryKeyConstraint("number", name="pk_basket_changes"),
        sa.UniqueConstraint("member_key", "id", name="uq_basket_changes_member_key_id"),
    )
    op.create_index("ix_basket_changes_member_key", "basket_changes", ["member_key"])
    op.create_index("ix_basket_changes_made_at", "basket_changes", ["made_at"])


def downgrade() -> None:
    """Drop them."""
    for table in ("basket_changes", "basket_lines", "baskets", "promotions", "articles"):
        op.drop_table(table)
