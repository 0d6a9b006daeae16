"""The one list of what belongs to a member, table by table: erasure and export go by it, and a new table needs a line.

A table that holds something of members stands in `HERS`, and any other in `NOBODYS` with what keeps members out of it.
What is told of her stands in the order of `HERS`.
"""

from types import MappingProxyType

from kiosk.hub.domain.member_data.belonging import Belonging

_TAX = "accounts are kept for as long as tax law asks (in Germany AO, section 147), as nobody's"

HERS = (
    Belonging("members", "key", "keys", hidden=("store_id", "revision")),
    Belonging("accounts", "member_key", "keys", hidden=("store_id",)),
    Belonging("consents", "member_key", "keys", hidden=("id",)),
    Belonging("credentials", "member_key", "keys", hidden=("store_id", "value")),
    Belonging("proximity_ids", "member_key", "keys", hidden=("store_id", "value")),
    Belonging("identifiers", "member_key", "keys", hidden=("store_id", "value")),
    Belonging("member_sign_ins", "member_key", "keys", hidden=("token_hash",)),
    Belonging("push_subscriptions", "browser_hash", "browsers", hidden=("endpoint", "browser_hash", "p256dh", "auth")),
    Belonging("card_windows", "member_key", "keys"),
    Belonging("card_claims", "member_key", "keys", hidden=("store_id", "card_hash", "code_hash")),
    Belonging(
        "bookmarks", "member_key", "keys", hidden=("store_id", "fingerprint", "first_message_id", "turns", "due_at")
    ),
    Belonging("claims", "bookmark_id", "bookmarks", hidden=("token", "browser_hash")),
    Belonging("wallet_coupons", "bookmark_id", "bookmarks", hidden=("serial",)),
    Belonging("wallet_devices", "serial", "serials", hidden=("device_hash", "serial", "push_token")),
    Belonging("conversations", "member_key", "keys"),
    Belonging("messages", "conversation_id", "conversations", hidden=("nonce",)),
    Belonging("errands", "message_id", "messages"),
    Belonging("reply_addresses", "message_id", "messages", hidden=("token",)),
    Belonging("stray_mails", "sender", "addresses", hidden=("id_hash", "store_id")),
    Belonging("chatwoot_links", "conversation_id", "conversations", hidden=("source_id", "begins_with", "heard_id")),
    Belonging("chatwoot_messages", "conversation_id", "conversations"),
    Belonging("reminders", "bookmark_id", "bookmarks"),
    Belonging("happenings", "bookmark_id", "bookmarks", hidden=("store_id",)),
    Belonging("handshakes", "member_key", "keys", hidden=("store_id", "code_hash", "clerk_id")),
    Belonging("handshake_steps", "handshake_id", "handshakes", hidden=("id",)),
    Belonging("orders", "bookmark_id", "bookmarks", hidden=("store_id",)),
    Belonging("sizes", "member_key", "keys"),
    Belonging("basket_lines", "member_key", "keys", hidden=("id",)),
    Belonging("basket_changes", "member_key", "keys", hidden=("id", "fingerprint")),
    Belonging("baskets", "member_key", "keys"),
    Belonging("visits", "member_key", "keys", hidden=("id", "store_id")),
    Belonging("profile_events", "member_key", "keys", hidden=("store_id", "id")),
    Belonging("profiles", "member_key", "keys", hidden=("store_id",)),
    Belonging("stays", "member_key", "keys", hidden=("store_id", "id")),
    Belonging(
        "receipts",
        "member_key",
        "keys",
        hidden=("store_id", "fingerprint", "was_known", "earning_key"),
        severed={"member_key": None, "earning_key": None},
        why=_TAX,
    ),
    Belonging(
        "receipts",
        "earning_key",
        "occasions",
        hidden=("store_id", "fingerprint", "was_known", "earning_key"),
        severed={"earning_key": None},
        why=_TAX,
    ),
    Belonging("payments", "member_key", "keys", hidden=("store_id", "fingerprint")),
    Belonging("stamp_cards", "member_key", "keys"),
    Belonging("referral_codes", "member_key", "keys"),
    Belonging("referrals", "friend_key", "keys", hidden=("referrer_key", "confirmed_by")),
    Belonging("referrals", "referrer_key", "keys", hidden=("friend_key", "confirmed_by")),
    Belonging("earned_counts", "member_key", "keys", hidden=("store_id",)),
    Belonging("earnings", "key", "occasions", hidden=("store_id", "fingerprint")),
    Belonging("earnings", "member_key", "keys", hidden=("store_id", "fingerprint")),
    Belonging(
        "ledger_accounts",
        "id",
        "accounts",
        hidden=("store_id", "may_overdraw"),
        severed={"owner": "erased:{}"},
        why=_TAX,
    ),
    Belonging(
        "ledger_postings",
        "id",
        "postings",
        hidden=("store_id", "fingerprint", "key"),
        severed={"key": "erased:{}", "fingerprint": ""},
        why=_TAX,
    ),
    Belonging(
        "ledger_lines",
        "account_id",
        "accounts",
        severed={},
        why="they name but the accounts, which are nobody's by then",
    ),
    Belonging("merges", "loser_key", "keys"),
    Belonging("merges", "winner_key", "keys"),
    Belonging(
        "departures", "browser_hash", "browsers", hidden=("state_hash", "store_id", "browser_hash", "nonce", "verifier")
    ),
    Belonging("mail_links", "address", "addresses", hidden=("token_hash", "store_id", "browser_hash")),
    Belonging("sun_tags", "tag", "tags", hidden=("store_id", "tag", "highest", "seen")),
)
"""What becomes of what other tables say of her in passing stands in `severance.py`."""

NOBODYS = MappingProxyType(
    {
        "stores": "a shop",
        "form_keys": "the hub's own key",
        "sun_keys": "the hub's own key",
        "persons": "who works in the store",
        "sign_ins": "of who works in the store",
        "card_asks": "who of the store waits at which screen for a card",
        "gift_counts": "how many coupons people of the store gave, never to whom",
        "deeds": "what people of the store did, never to whom",
        "screens": "a device",
        "screen_groups": "devices",
        "departments": "where what is in the store",
        "screen_states": "how a device is; who called there has no name",
        "screen_pictures": "what anybody can see on a public glass",
        "enrolments": "a device that asks to be let in",
        "tills": "a device",
        "goods_returns": "what came back of a receipt, which itself says whose it was",
        "sources": "a system",
        "action_sources": "a system",
        "heard_messages": "which messages of a system were heard, and nothing of what they said",
        "webhooks": "a system",
        "webhook_events": "those that name her are dropped with her, whatever waits for whom",
        "events": "what a device saw; the bookmark that a tap became is taken out with her",
        "notices": "what hangs in the store for all",
        "theme_choices": "how devices look",
        "offers": "what the store offers",
        "articles": "what the store sells",
        "article_prices": "what the store sells",
        "promotions": "what the store offers",
        "pictures": "what the store offers",
        "playlist_items": "what plays for all",
        "prices": "what the store offers",
        "programmes": "what the store gives to all",
        "segments": "rules, and nobody who fits them",
        "severed_taps": "by hour and screen what was bought by whom nobody knows any more",
        "told_weeks": "figures from many, without those behind which few people stand",
        "ended_consents": "by which hashes a late word would bring back what she took back; it names no member",
        "tombstones": "keyed hashes of who was erased, so that a backup does not bring her back",
        "gone_members": "pseudonyms of who was erased, until each screen has heard of it",
        "chatwoot_departures": "what who was erased is called at a Chatwoot, until she is deleted there, too",
        "void_passes": "numbers of passes that phones are still to hear are void, by hashes that name nobody any more",
        "erasure_steps": "by what systems outside know her who was erased, until they have heard of it",
    }
)
"""Every other table, with what keeps members out of it."""
