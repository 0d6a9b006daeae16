"""What articles cost and when, and in whose basket each lies."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"


def upgrade() -> None:
    """Add the table and the index; what an article costs by now it is known to cost since it was last changed."""
    op.create_table(
        "article_prices",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("since", sa.DateTime, nullable=False),
        sa.Column("amount", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["store_id", "code"], ["articles.store_id", "articles.code"], name="fk_article_prices_store_id_code"
        ),
        sa.PrimaryKeyConstraint("store_id", "code", "since", name="pk_article_prices"),
    )
    op.execute(
        "INSERT INTO article_prices (store_id, code, since, amount) "
        "SELECT store_id, code, changed_at, price FROM articles"
    )
    op.create_index("ix_basket_lines_code", "basket_lines", ["code"])


def downgrade() -> None:
    """Drop both."""
    op.drop_index("ix_basket_lines_code", "basket_lines")
    op.drop_table("article_prices")
