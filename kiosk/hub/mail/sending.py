"""Hands one mail to the mail server, over a line that nobody can read where it leaves this machine."""

from smtplib import SMTP, SMTP_SSL, SMTPException, SMTPRecipientsRefused, SMTPResponseException

from kiosk.hub.mail.letter import Letter, compose
from kiosk.hub.mail.mail_server import MailServer

PATIENCE_S = 10.0
_PERMANENT = range(500, 600)


class NotSent(Exception):
    """The server did not take the mail; `is_final`: it never will (RFC 5321, section 4.2.1). The text names nobody."""

    def __init__(self, why: str, *, is_final: bool) -> None:
        super().__init__(why)
        self.is_final = is_final


def send_letter(server: MailServer, letter: Letter) -> None:
    """Send it; returns once the server took it. Raises `NotSent`."""
    try:
        message = compose(letter, server.sender)
        with _dial(server) as line:
            line.send_message(message, server.sender, [letter.to])
    except (SMTPException, OSError, ValueError) as error:
        raise _tell_failure(error) from None


def _dial(server: MailServer) -> SMTP:
    if server.is_wrapped:
        line: SMTP = SMTP_SSL(server.host, server.port, timeout=PATIENCE_S, context=server.tls)
    else:
        line = SMTP(server.host, server.port, timeout=PATIENCE_S)
    try:
        _greet(line, server)
    except BaseException:
        line.close()
        raise
    return line


def _greet(line: SMTP, server: MailServer) -> None:
    line.ehlo()
    if not server.is_wrapped and (line.has_extn("starttls") or not server.is_here):
        line.starttls(context=server.tls)
        line.ehlo()
    if server.user is not None and server.password is not None:
        line.login(server.user, server.password)


def _tell_failure(error: Exception) -> NotSent:
    match error:
        case SMTPRecipientsRefused():
            codes = [code for code, _ in error.recipients.values()]
            is_final = all(code in _PERMANENT for code in codes)
            return NotSent("the server takes no mail for this address", is_final=is_final)
        case SMTPResponseException():
            return NotSent(f"the server answered {error.smtp_code}", is_final=error.smtp_code in _PERMANENT)
        case OSError():  # a certificate that is not trusted is a ValueError, too
            return NotSent(f"no server took it ({type(error).__name__})", is_final=False)
        case _:
            return NotSent("it cannot be written as a mail", is_final=True)
