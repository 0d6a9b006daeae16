"""A line of the log with the priority that systemd's journal reads before it."""

import logging

FORMAT = "%(levelname)s %(name)s: %(message)s"
_PRIORITIES = {logging.CRITICAL: 2, logging.ERROR: 3, logging.WARNING: 4, logging.INFO: 6}
_DEBUG = 7


class JournalFormatter(logging.Formatter):
    """A line each, for a record has one priority however many lines it has. Source of the marks: sd-daemon(3)."""

    def format(self, record: logging.LogRecord) -> str:
        """The record with its priority before each line."""
        mark = f"<{tell_priority(record)}>"
        return "\n".join(f"{mark}{line}" for line in super().format(record).splitlines())


def tell_priority(record: logging.LogRecord) -> int:
    """As syslog(3) counts: the graver, the lower."""
    return _PRIORITIES.get(record.levelno, _DEBUG)
