-- What tells whether a row is still what was written: a disk that flips a bit would book what nobody tapped.
ALTER TABLE bookmark ADD COLUMN crc INTEGER; -- CRC-32 of the body; NULL: written before there was one

-- How many wait and how many are dead: to count a million rows takes longer than a tap may.
CREATE TABLE tally (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    waiting INTEGER NOT NULL,
    dead INTEGER NOT NULL
) STRICT;

INSERT INTO tally SELECT 1, count(*) - count(dead_code), count(dead_code) FROM bookmark;

CREATE TRIGGER bookmark_comes AFTER INSERT ON bookmark BEGIN
    UPDATE tally SET waiting = waiting + (new.dead_code IS NULL), dead = dead + (new.dead_code IS NOT NULL);
END;

CREATE TRIGGER bookmark_goes AFTER DELETE ON bookmark BEGIN
    UPDATE tally SET waiting = waiting - (old.dead_code IS NULL), dead = dead - (old.dead_code IS NOT NULL);
END;

CREATE TRIGGER bookmark_dies AFTER UPDATE OF dead_code ON bookmark BEGIN
    UPDATE tally SET
        waiting = waiting + (new.dead_code IS NULL) - (old.dead_code IS NULL),
        dead = dead + (new.dead_code IS NOT NULL) - (old.dead_code IS NOT NULL);
END;

-- Twice, from here on: what a flipped bit makes of one of them is not taken for a newer program's file.
PRAGMA application_id = 3;
PRAGMA user_version = 3;
