"""The errors that a person must act on, each named by what to do next."""


class KioskError(Exception):
    """What went wrong and what to do, in one sentence that can be shown as it stands."""


class SettingRefused(KioskError):
    """A setting is missing or not allowed; the text names the setting and what is allowed."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name = name
        self.why = why


class FileRefused(KioskError):
    """A file that the kiosk was pointed to cannot be used; the text names it and says why."""
