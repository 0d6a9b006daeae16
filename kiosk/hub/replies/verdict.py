"""What the store's own mail server found out about who sent a mail (RFC 8601)."""

from collections.abc import Sequence

from kiosk.hub.replies.auth_results import Garbled, Result, read_auth_results


def is_proven(results: Sequence[str], trusted: str, sender: str) -> bool:
    """Whether the server of this name says that the mail is of the sender's domain, by DMARC or by a signature of it.

    `results` are the `Authentication-Results` of the mail, the topmost first.
    """
    domain = sender.rpartition("@")[2]
    try:
        found = _find_results(results, trusted)
    except Garbled:  # it may be the server's own, and what stands below it the sender's
        return False
    is_refused = any((result.method, result.value) == ("dmarc", "fail") for result in found)
    return not is_refused and any(_is_pass(result, domain) for result in found)


def _find_results(results: Sequence[str], trusted: str) -> tuple[Result, ...]:
    read = map(read_auth_results, results)
    return next((one.results for one in read if one.server == trusted.lower()), ())


def _is_pass(result: Result, domain: str) -> bool:
    told = result.properties
    if result.value != "pass":
        return False
    if result.method == "dmarc":
        return told.get("header.from") == domain
    signer = told.get("header.d") or told.get("header.i", "").rpartition("@")[2]
    return result.method == "dkim" and bool(signer) and (domain == signer or domain.endswith(f".{signer}"))
