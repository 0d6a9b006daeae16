"""What `kiosk hub --help` teaches of profiles: sources, segments and tables."""

from kiosk.hub.domain.profile.trait import TRAITS

_NAMES = "\n  ".join(", ".join(TRAITS[start : start + 4]) for start in range(0, len(TRAITS), 4))
SOURCE = """\
A web shop, an app or a service tells what members do by POST /v1/identify, /v1/track and /v1/batch, as it would tell
Segment: with the write key that `add` prints as the name, and no password.

  kiosk hub source add web-shop --server      its server, which knows who is signed in
  kiosk hub source add web-pages --browser    its pages, in which everybody can read the key
  kiosk hub source list
  kiosk hub source revoke web-pages

Of pages alone the browser's own anonymousId is believed. Two members become one where a server names both: by a userId,
by a card, or by an email with emailVerified in the traits. Nothing is kept of who does not allow personal offers;
a message may say that she does, in context.consent.categoryPreferences.personal_offers.
"""
SEGMENT = f"""\
A segment holds members by what they do; audiences name it like any other. Its rules are those of an audience, in JSON:

  {{"all": [{{"trait": {{"name": "orders_90_days", "at_least": 2}}}}, {{"interest": "home", "at_least": 0.3}}],
   "none": ["staff"]}}

A trait has a bound, or two: at_least and at_most. There are

  {_NAMES}

An interest is the share of a shelf, a kind of goods or a zone of the store, in all that she looked at, bought and
lingered before. Why somebody is in a segment stands at the console, at Members.
"""
IMPORT = """\
Brings in a table in CSV, with the names of its columns in the first row. Where some rows are refused, the others
are taken all the same, and a report says line, column and reason; the same table again changes nothing.

  kiosk hub import events orders.csv
  kiosk hub import receipts 2025.csv --store-key store.key
  kiosk hub import members members.csv --store-key store.key
  kiosk hub import articles articles.csv

  events    event, timestamp; user_id, anonymous_id, email, category, product, order_id, amount, currency, message_id,
            and personal_offers: yes or no
  receipts  till, receipt, bought_at, total, currency; uid of the card, categories
  members   language; uid, beacon, user_id, email, segments, consents
  articles  code, title, price, vat: full, reduced or none; title_de, sold_by: piece, weight or label, deposit,
            department, family, variant, stock, min_age, fixed: yes or no, sold: yes or no, shelf; content and
            content_per, such as 0.5 and 1 l, from which the unit price follows; label_least and label_most, which
            no label of your scales goes below or above: its price, or its kilograms where sold by weight;
            counted_at, when the stock was counted: what phones paid for since is taken off it

Several names in a column have | between them; times are as in 2026-11-22T10:00:00+01:00. Events and accounts
are believed, as from a server of yours. Raw ids of cards and beacons are hashed, and kept nowhere. The code of an
article is its GTIN, or of what your scales label how the label begins: the prefix and the item's number. One that is
there already is changed, but for what the table has no column for.
"""
