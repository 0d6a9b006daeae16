"""What alembic has to know to bring a test's database to a version."""

from pathlib import Path

from alembic.config import Config

from kiosk.hub import migrations


def make_config(url: str = "") -> Config:
    """Of the database at this address."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["url"] = url
    return config
