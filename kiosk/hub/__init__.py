"""The store's own loyalty service: a separate process that the screens reach by HTTP alone."""

import logging

# alembic tells of each of its plugins as soon as it is imported: nothing that a store manager needs.
logging.getLogger("alembic").setLevel(logging.WARNING)
