"""The first tables: a store with its offers, its members, and what they say to each other."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, those first that others refer to."""
    _make_store()
    _make_offers()
    _make_loop()
    _make_members()
    _make_conversations()
    _make_bookmarks()
    _make_events()


def downgrade() -> None:
    """Drop the tables, those last that others refer to."""
    for name in (
        *("events", "claims", "bookmarks", "messages", "conversations"),
        *("consents", "proximity_ids", "credentials", "members"),
        *("playlist_items", "prices", "offers", "pictures"),
        *("enrolments", "screens", "stores"),
    ):
        op.drop_table(name)


def _make_store() -> None:
    op.create_table(
        "stores",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("time_zone", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_table(
        "screens",
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("zones", sa.JSON, nullable=False),
        sa.Column("token_hash", sa.String, unique=True),
        sa.Column("revoked_at", sa.DateTime),
    )
    op.create_table(
        "enrolments",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("asked_at", sa.DateTime, nullable=False),
        sa.Column("store_id", sa.String),
        sa.Column("screen_id", sa.String),
        sa.Column("used_at", sa.DateTime),
        sa.ForeignKeyConstraint(["store_id", "screen_id"], ["screens.store_id", "screens.id"]),
    )


def _make_offers() -> None:
    op.create_table(
        "pictures",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("bytes", sa.Integer, nullable=False),
    )
    op.create_table(
        "offers",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False, index=True),
        sa.Column("title", sa.JSON, nullable=False),
        sa.Column("text", sa.JSON, nullable=False),
        sa.Column("currency", sa.String, nullable=False),
        sa.Column("individual", sa.Boolean, nullable=False),
        sa.Column("image_name", sa.String, sa.ForeignKey("pictures.name")),
        sa.Column("image_portrait_name", sa.String, sa.ForeignKey("pictures.name")),
        sa.Column("image_alt", sa.JSON, nullable=False),
        sa.Column("unit", sa.JSON, nullable=False),
        sa.Column("content", sa.String(32)),
        sa.Column("content_per", sa.String),
        sa.Column("gtin", sa.String),
        sa.Column("audience", sa.JSON, nullable=False),
        sa.Column("zones", sa.JSON, nullable=False),
        sa.Column("valid_from", sa.DateTime),
        sa.Column("valid_until", sa.DateTime),
        sa.Column("dayparts", sa.JSON, nullable=False),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("per_shopper_day", sa.Integer),
        sa.Column("per_screen_hour", sa.Integer),
        sa.Column("bookmarkable", sa.Boolean, nullable=False),
    )
    op.create_table(
        "prices",
        sa.Column("offer_id", sa.String, sa.ForeignKey("offers.id"), primary_key=True),
        sa.Column("since", sa.DateTime, primary_key=True),
        sa.Column("amount", sa.String(32), nullable=False),
    )


def _make_loop() -> None:
    op.create_table(
        "playlist_items",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False, index=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("media_name", sa.String, sa.ForeignKey("pictures.name")),
        sa.Column("media_portrait_name", sa.String, sa.ForeignKey("pictures.name")),
        sa.Column("offer_id", sa.String, sa.ForeignKey("offers.id")),
        sa.Column("seconds", sa.Double, nullable=False),
        sa.Column("dayparts", sa.JSON, nullable=False),
    )


def _make_members() -> None:
    op.create_table(
        "members",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False, index=True),
        sa.Column("joined_at", sa.DateTime, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("segments", sa.JSON, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_table(
        "credentials",
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("value", sa.String, primary_key=True),
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), nullable=False, index=True),
    )
    op.create_table(
        "proximity_ids",
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), primary_key=True),
        sa.Column("value", sa.String, primary_key=True),
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), nullable=False, index=True),
    )
    op.create_table(
        "consents",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), nullable=False, index=True),
        sa.Column("purpose", sa.String, nullable=False),
        sa.Column("given_at", sa.DateTime, nullable=False),
        sa.Column("text_version", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("withdrawn_at", sa.DateTime),
    )


def _make_conversations() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), nullable=False, unique=True),
        sa.Column("opened_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("conversation_id", sa.String, sa.ForeignKey("conversations.id"), nullable=False, index=True),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("written_at", sa.DateTime, nullable=False),
        sa.Column("nonce", sa.String, unique=True),
    )


def _make_bookmarks() -> None:
    op.create_table(
        "bookmarks",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("store_id", sa.String, sa.ForeignKey("stores.id"), nullable=False),
        sa.Column("offer_id", sa.String, sa.ForeignKey("offers.id"), nullable=False),
        sa.Column("member_key", sa.String, sa.ForeignKey("members.key"), nullable=False, index=True),
        sa.Column("conversation_id", sa.String, sa.ForeignKey("conversations.id"), nullable=False),
        sa.Column("first_message_id", sa.Integer, sa.ForeignKey("messages.id"), nullable=False),
        sa.Column("was_known", sa.Boolean, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("tapped_at", sa.DateTime, nullable=False),
        sa.Column("kept_at", sa.DateTime, nullable=False),
        sa.Column("screen_id", sa.String),
        sa.Column("zone", sa.String),
        sa.Column("impression", sa.String),
    )
    op.create_table(
        "claims",
        sa.Column("token", sa.String, primary_key=True),
        sa.Column("bookmark_id", sa.String, sa.ForeignKey("bookmarks.id"), nullable=False, unique=True),
        sa.Column("browser_hash", sa.String),
        sa.Column("opened_at", sa.DateTime),
    )


def _make_events() -> None:
    op.create_table(
        "events",
        sa.Column("store_id", sa.String, primary_key=True),
        sa.Column("screen_id", sa.String, primary_key=True),
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("happened_at", sa.DateTime),
        sa.Column("received_at", sa.DateTime, nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(["store_id", "screen_id"], ["screens.store_id", "screens.id"]),
    )
