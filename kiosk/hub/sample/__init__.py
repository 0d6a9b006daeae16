"""The sample shop that `kiosk hub seed` fills a new database with."""
