-- Whose tap was the last, as a keyed hash: a card that lies on the reader while the screen starts anew is the same tap.
CREATE TABLE last_tap (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    card TEXT NOT NULL
) STRICT;

PRAGMA user_version = 2;
