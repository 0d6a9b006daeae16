"""The options by which it is said what a purchase goes back to."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from kiosk.hub.attribution import LEAST_DAYS, MOST_DAYS, RULES, Attribution

_DEFAULT = Attribution()


def add_attribution_options(parser: ArgumentParser) -> None:
    """Let the command be told the rule."""
    group = parser.add_argument_group("what a member's purchase goes back to, in the report of journeys")
    group.add_argument(
        "--attribution-rule",
        choices=RULES,
        default=_DEFAULT.rule,
        help="the first or the last contact before it (default: %(default)s)",
    )
    group.add_argument(
        "--attribution-days",
        metavar="DAYS",
        type=_read_days,
        default=_DEFAULT.days,
        help="how long before it a contact counts (default: %(default)s); a month that was told stays as it was told",
    )


def read_attribution(arguments: Namespace) -> Attribution:
    """The rule."""
    return Attribution(arguments.attribution_rule, arguments.attribution_days)


def _read_days(text: str) -> int:
    days = int(text) if text.isdecimal() else 0
    if not LEAST_DAYS <= days <= MOST_DAYS:
        message = f"days are a number from {LEAST_DAYS} to {MOST_DAYS}"
        raise ArgumentTypeError(message)
    return days
