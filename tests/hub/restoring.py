"""How a PostgreSQL database gets back the rows it began with: a new one like it takes twenty times as long."""

from psycopg import Connection

# The rows lie in a schema of their own beside the tables. As a replica a session asks no trigger and no foreign key, so
# that rows may come back in any order, and the ledger's, too.
_REMEMBER = """
DROP SCHEMA IF EXISTS kept CASCADE;
CREATE SCHEMA kept;
DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('CREATE TABLE kept.%I AS TABLE public.%I', name, name);
    END LOOP;
END $$;
CREATE TABLE kept.counted AS
    SELECT sequencename AS name, last_value AS number FROM pg_sequences WHERE schemaname = 'public';
"""
_RESTORE = """
SET session_replication_role = replica;
DO $$ DECLARE name text; number bigint; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('DELETE FROM public.%I', name);
        EXECUTE format('INSERT INTO public.%I SELECT * FROM kept.%I', name, name);
    END LOOP;
    FOR name, number IN TABLE kept.counted LOOP
        PERFORM setval(format('public.%I', name), coalesce(number, 1), number IS NOT NULL);
    END LOOP;
END $$;
"""


def remember_rows(connection: Connection) -> None:
    """Keep what all tables hold now."""
    connection.execute(_REMEMBER)


def restore_rows(connection: Connection) -> None:
    """Have all tables hold what was remembered, and no more."""
    connection.execute(_RESTORE)
