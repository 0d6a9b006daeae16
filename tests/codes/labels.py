"""Labels as a store's scales print them."""

from biip.checksums import gs1_price_weight_check_digit, gs1_standard_check_digit


def complete(payload: str) -> str:
    """With its check digit behind it."""
    return f"{payload}{gs1_standard_check_digit(payload)}"


def print_german(prefix: str, item: str, measure: str) -> str:
    """A label of Germany's layout, whose measure has a check digit of its own."""
    return complete(f"{prefix}{item}{gs1_price_weight_check_digit(measure)}{measure}")
