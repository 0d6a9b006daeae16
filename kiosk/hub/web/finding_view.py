"""A finding as people read it: `Purchases in 90 days: 3, needed 2`."""

from msgspec import Struct

from kiosk.hub.domain.profile.finding import Finding
from kiosk.hub.domain.profile.portrait import Membership
from kiosk.hub.text.money import format_percent
from kiosk.hub.text.profile_words import ProfileWords

_SHARES = ("conversion_90_days", "web_share", "till_share", "store_share")
_ROUND = ("minutes_90_days",)


class FindingView(Struct, frozen=True):
    """One rule in words; `is_good`: it helps her into the segment."""

    text: str
    is_good: bool
    parts: tuple["FindingView", ...]


class MembershipView(Struct, frozen=True):
    """A segment with its rules in words."""

    segment: str
    is_in: bool
    findings: tuple[FindingView, ...]


def view_membership(membership: Membership, words: ProfileWords) -> MembershipView:
    """The segment as the pages print it."""
    findings = tuple(view_finding(finding, words) for finding in membership.findings)
    return MembershipView(membership.segment, membership.is_in, findings)


def view_finding(finding: Finding, words: ProfileWords) -> FindingView:
    """The finding as the pages print it."""
    text = _tell(finding, words)
    parts = tuple(view_finding(part, words) for part in finding.parts)
    return FindingView(text if finding.should else words.negated.format(finding=text), finding.speaks_for, parts)


def format_amount(name: str, amount: float, language: str) -> str:
    """`3`, `12,50` or `40 %`, by what this trait, or an interest, is an amount of."""
    if name in _SHARES:
        return format_percent(round(100 * amount), language)
    text = f"{amount:.0f}" if amount == int(amount) or name in _ROUND else f"{amount:.2f}"
    return text.replace(".", ",") if language == "de" else text


def _tell(finding: Finding, words: ProfileWords) -> str:
    answer = words.yes if finding.holds else words.no
    match finding.asked:
        case "segment":
            return words.segment.format(name=finding.name, answer=answer)
        case "language":
            return words.speaks.format(name=finding.name, answer=answer)
        case "group" | "any":
            return words.group if finding.asked == "group" else words.any
        case _:
            return _tell_amount(finding, words)


def _tell_amount(finding: Finding, words: ProfileWords) -> str:
    kind = _SHARES[0] if finding.asked == "interest" else finding.name
    least, most, amount = (
        "" if bound is None else format_amount(kind, bound, words.language)
        for bound in (finding.at_least, finding.at_most, finding.is_)
    )
    bound = words.bounds if least and most else words.most if most else words.least
    name = words.interest.format(name=finding.name) if finding.asked == "interest" else words.traits[finding.name]
    return words.finding.format(name=name, amount=amount or words.nothing, bound=bound.format(least=least, most=most))
