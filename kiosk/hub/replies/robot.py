"""Knows the mails that no person wrote: nobody answers those, or two robots would answer each other for ever."""

from email.message import Message

_TELLING = ("List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Loop", "Feedback-ID")
_PRECEDENCES = frozenset({"bulk", "junk", "list", "auto_reply"})
_SENDERS = ("mailer-daemon@", "postmaster@", "noreply@", "no-reply@")
_KINDS = frozenset({"multipart/report", "message/delivery-status", "message/disposition-notification"})


def is_robot(message: Message, sender: str) -> bool:
    """Whether a program sent this mail by itself.

    Sources: RFC 3834, section 5 (`Auto-Submitted`), RFC 5321, section 4.5.5 (an empty return path), RFC 3462 (reports).
    """
    submitted = _read(message, "Auto-Submitted").partition(";")[0].strip()
    return (
        submitted not in {"", "no"}
        or _read(message, "Return-Path") == "<>"
        or _read(message, "Precedence") in _PRECEDENCES
        or message.get_content_type() in _KINDS
        or any(name in message for name in _TELLING)
        or sender.startswith(_SENDERS)
    )


def _read(message: Message, name: str) -> str:
    return str(message.get(name, "")).strip().lower()
