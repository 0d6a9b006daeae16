"""The ledger, what members earn by, and the coupon's life of a bookmark; what was kept before is posted once."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
_UNIT = "coupons"
_LEDGER = ("ledger_postings", "ledger_lines")
_REFUSAL = "what was posted stays as it is"
_BACKFILL = "kept before the ledger was"


def upgrade() -> None:
    """Add the tables and columns, post the coupons that there are, and let nobody change what is posted."""
    _create_accounts()
    _create_ledger()
    _create_earning()
    _create_referral()
    with op.batch_alter_table("bookmarks") as table:
        table.add_column(sa.Column("state", sa.String, nullable=False, server_default="issued"))
        table.add_column(sa.Column("turns", sa.Integer, nullable=False, server_default="1"))
        table.add_column(sa.Column("hold", sa.String))
        table.add_column(sa.Column("expires_at", sa.DateTime))
        table.add_column(sa.Column("due_at", sa.DateTime))
        table.create_index("ix_bookmarks_due_at", ["due_at"])
    op.execute("UPDATE bookmarks SET state = 'redeemed', turns = 2 WHERE redeemed_at IS NOT NULL")
    _post_coupons()
    _close_ledger()


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("bookmarks") as table:
        table.drop_index("ix_bookmarks_due_at")
        for column in ("state", "turns", "hold", "expires_at", "due_at"):
            table.drop_column(column)
    for name in ("action_sources", "referrals", "referral_codes", "stamp_cards", "earned_counts", "earnings"):
        op.drop_table(name)
    for name in ("programmes", "ledger_lines", "ledger_postings", "ledger_accounts"):
        op.drop_table(name)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_ledger_change")


def _create_accounts() -> None:
    op.create_table(
        "ledger_accounts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("unit", sa.String, nullable=False),
        sa.Column("may_overdraw", sa.Boolean, nullable=False),
        sa.Column("balance", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_ledger_accounts_store_id"),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_accounts"),
        sa.UniqueConstraint("store_id", "kind", "owner", "unit", name="uq_ledger_accounts_store_id_kind_owner_unit"),
        sa.CheckConstraint("balance >= 0 OR may_overdraw", name="ck_ledger_accounts_balance"),
    )


def _create_ledger() -> None:
    op.create_table(
        "ledger_postings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("unit", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("because", sa.String, nullable=False),
        sa.Column("posted_at", sa.DateTime, nullable=False),
        sa.Column("reverses_id", sa.Integer),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_ledger_postings_store_id"),
        sa.ForeignKeyConstraint(["reverses_id"], ["ledger_postings.id"], name="fk_ledger_postings_reverses_id"),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_postings"),
        sa.UniqueConstraint("store_id", "key", name="uq_ledger_postings_store_id_key"),
        sa.UniqueConstraint("reverses_id", name="uq_ledger_postings_reverses_id"),
    )
    op.create_table(
        "ledger_lines",
        sa.Column("posting_id", sa.Integer, nullable=False),
        sa.Column("account_id", sa.Integer, nullable=False),
        sa.Column("steps", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(["posting_id"], ["ledger_postings.id"], name="fk_ledger_lines_posting_id"),
        sa.ForeignKeyConstraint(["account_id"], ["ledger_accounts.id"], name="fk_ledger_lines_account_id"),
        sa.PrimaryKeyConstraint("posting_id", "account_id", name="pk_ledger_lines"),
    )
    op.create_index("ix_ledger_lines_account_id_posting_id", "ledger_lines", ["account_id", "posting_id"])


def _create_earning() -> None:
    op.create_table(
        "programmes",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("stated", sa.JSON, nullable=False),
        sa.Column("set_at", sa.DateTime, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_programmes_store_id"),
        sa.PrimaryKeyConstraint("store_id", name="pk_programmes"),
    )
    op.create_table(
        "earnings",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("findings", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_earnings_store_id"),
        sa.PrimaryKeyConstraint("store_id", "key", name="pk_earnings"),
    )
    op.create_table(
        "earned_counts",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("rule", sa.String, nullable=False),
        sa.Column("member_key", sa.String, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("times_day", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_earned_counts_store_id"),
        sa.PrimaryKeyConstraint("store_id", "rule", "member_key", name="pk_earned_counts"),
    )
    op.create_table(
        "stamp_cards",
        sa.Column("member_key", sa.String, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("turned_in", sa.Integer, nullable=False),
        sa.Column("zones", sa.JSON, nullable=False),
        sa.Column("days", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(["member_key"], ["members.key"], name="fk_stamp_cards_member_key"),
        sa.PrimaryKeyConstraint("member_key", name="pk_stamp_cards"),
    )


def _create_referral() -> None:
    op.create_table(
        "referral_codes",
        sa.Column("member_key", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["member_key"], ["members.key"], name="fk_referral_codes_member_key"),
        sa.PrimaryKeyConstraint("member_key", name="pk_referral_codes"),
        sa.UniqueConstraint("code", name="uq_referral_codes_code"),
    )
    op.create_table(
        "referrals",
        sa.Column("friend_key", sa.String, nullable=False),
        sa.Column("referrer_key", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("confirmed_at", sa.DateTime),
        sa.ForeignKeyConstraint(["friend_key"], ["members.key"], name="fk_referrals_friend_key"),
        sa.ForeignKeyConstraint(["referrer_key"], ["members.key"], name="fk_referrals_referrer_key"),
        sa.PrimaryKeyConstraint("friend_key", name="pk_referrals"),
    )
    op.create_index("ix_referrals_referrer_key_made_at", "referrals", ["referrer_key", "made_at"])
    op.create_table(
        "action_sources",
        sa.Column("store_id", sa.String, nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("secret", sa.String, nullable=False),
        sa.ForeignKeyConstraint(["store_id"], ["stores.id"], name="fk_action_sources_store_id"),
        sa.PrimaryKeyConstraint("store_id", "id", name="pk_action_sources"),
    )


def _post_coupons() -> None:
    """Every bookmark was issued once, and those that were bought were redeemed once."""
    accounts = dict[tuple[str, str, str], int]()
    # Without types: times are taken over as the database writes them.
    bookmarks = _name_table("bookmarks", "id", "store_id", "offer_id", "kept_at", "redeemed_at")
    for bookmark in op.get_bind().execute(sa.select(bookmarks)).mappings().all():
        for number, turn in enumerate(_list_turns(bookmark)):
            _post_turn(accounts, bookmark, number, turn)


def _post_turn(
    accounts: dict[tuple[str, str, str], int], bookmark: sa.RowMapping, number: int, turn: tuple[str, str, Any]
) -> None:
    source, target, posted_at = turn
    posting = {
        "store_id": bookmark["store_id"],
        "key": f"coupon:{bookmark['id']}:{number}",
        "fingerprint": "",
        "unit": _UNIT,
        "reason": target,
        "because": _BACKFILL,
        "posted_at": posted_at,
    }
    posting_id = _insert("ledger_postings", posting)
    for kind, steps in ((source, -1), (target, 1)):
        account_id = _move(accounts, bookmark, kind, steps)
        line = {"posting_id": posting_id, "account_id": account_id, "steps": steps}
        op.get_bind().execute(_name_table("ledger_lines", *line).insert().values(line))


def _name_table(name: str, *columns: str) -> sa.TableClause:
    return sa.table(name, *(sa.column(column, sa.types.NullType()) for column in columns))


def _list_turns(bookmark: sa.RowMapping) -> Iterator[tuple[str, str, Any]]:
    yield "stock", "issued", bookmark["kept_at"]
    if bookmark["redeemed_at"]:
        yield "issued", "redeemed", bookmark["redeemed_at"]


def _insert(name: str, values: dict[str, Any]) -> int:
    table = _name_table(name, "id", *values)
    return int(op.get_bind().execute(table.insert().values(values).returning(table.c.id)).scalar_one())


def _move(accounts: dict[tuple[str, str, str], int], bookmark: sa.RowMapping, kind: str, steps: int) -> int:
    """Put so much into the offer's account of this kind; its id."""
    place = (bookmark["store_id"], kind, bookmark["offer_id"])
    if place not in accounts:
        values = {"store_id": place[0], "kind": kind, "owner": place[2], "unit": _UNIT, "balance": 0}
        accounts[place] = _insert("ledger_accounts", {**values, "may_overdraw": kind == "stock"})
    table = _name_table("ledger_accounts", "id", "balance")
    change = table.update().where(table.c.id == accounts[place]).values(balance=table.c.balance + steps)
    op.get_bind().execute(change)
    return accounts[place]


def _close_ledger() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(  # our own words: a function's body takes no parameter
            "CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
    for table in _LEDGER:
        for change in ("UPDATE", "DELETE"):
            op.execute(_make_trigger(table, change))


def _make_trigger(table: str, change: str) -> str:
    head = f"CREATE TRIGGER refuse_{change.lower()}_of_{table} BEFORE {change} ON {table}"
    if op.get_bind().dialect.name == "postgresql":
        return f"{head} FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change()"
    return f"{head} BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
