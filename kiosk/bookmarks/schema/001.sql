-- What waits for the loyalty API. A row is due in the order of its sequence; clocks play no part.
CREATE TABLE bookmark (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    body BLOB NOT NULL,
    dead_code TEXT -- why it is a dead letter; NULL: it waits
) STRICT;

CREATE INDEX bookmark_waiting ON bookmark (sequence) WHERE dead_code IS NULL;
CREATE INDEX bookmark_dead ON bookmark (sequence) WHERE dead_code IS NOT NULL;

-- The ids of the newest delivered ones, so that saving one again never sends it again.
CREATE TABLE delivered (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE
) STRICT;

-- What the screen has to tell; the oldest go when there are too many.
CREATE TABLE event (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    body BLOB NOT NULL
) STRICT;

PRAGMA user_version = 1;
