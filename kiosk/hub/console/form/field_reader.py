"""What people type into a form becomes what can be kept, or a complaint about the field."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from msgspec import Struct

from kiosk.hub.console.form import segments
from kiosk.hub.console.form.amount import parse_amount
from kiosk.hub.console.form.segments import split_names
from kiosk.hub.domain.century import refuse_far_times
from kiosk.hub.models.conversation.message import clean_text

_NUMBER = re.compile(r"\d{1,9}(\.\d{1,6})?")
_LONGEST_NUMBER = 20
_MOMENT = "%Y-%m-%dT%H:%M"


class Complaint(Struct, frozen=True):
    """Why a field cannot be kept: the phrase's name, and the bounds that it tells."""

    name: str
    least: int = 0
    most: int = 0


class FieldReader:
    """Reads the texts of a form field by field, and gathers what is wrong; times are the store's own."""

    def __init__(self, texts: Mapping[str, str], time_zone: str) -> None:
        self._texts = texts
        self._zone = ZoneInfo(time_zone)
        self.complaints: dict[str, Complaint] = {}

    def read_words(self, name: str, longest: int) -> dict[str, str]:
        """The phrase by language, each in one line."""
        words = {one: self.read_line(f"{name}_{one}", longest) for one in ("de", "en")}
        return {language: text for language, text in words.items() if text}

    def read_line(self, name: str, longest: int) -> str | None:
        """The text in one line; `None` where there is none."""
        text = " ".join(clean_text(self._texts[name]).split())
        if len(text) > longest:
            self.complaints[name] = Complaint("too_long", most=longest)
        return text or None

    def read_price(self, name: str = "price") -> Decimal | None:
        """The price; `None` where there is none."""
        text = self._texts[name].strip()
        price = parse_amount(text)
        if text and price is None:
            self.complaints[name] = Complaint("no_price")
        return price

    def read_number(self, name: str, least: Decimal, most: Decimal) -> Decimal | None:
        """The number, with a comma or a point; `None` where there is none."""
        text = self._texts[name].strip().replace(",", ".")[:_LONGEST_NUMBER]
        if not text:
            return None
        number = Decimal(text) if _NUMBER.fullmatch(text) else None
        if number is not None and least <= number <= most:
            return number
        self.complaints[name] = Complaint("no_number", most=int(most))
        return None

    def read_moment(self, name: str) -> datetime | None:
        """The time in UTC; `None` where there is none."""
        text = self._texts[name].strip()
        if not text:
            return None
        try:
            local = datetime.strptime(text[:16], _MOMENT).replace(tzinfo=self._zone)
            return refuse_far_times(local.astimezone(UTC))
        except (ValueError, OverflowError):
            self.complaints[name] = Complaint("no_time")
            return None

    def read_count(self, name: str, least: int, most: int) -> int | None:
        """The whole number; `None` where there is none."""
        text = self._texts[name].strip().replace("\N{MINUS SIGN}", "-")
        if not text:
            return None
        is_number = text.removeprefix("-").isdecimal() and len(text) <= len(str(most)) + 1
        if is_number and least <= int(text) <= most:
            return int(text)
        self.complaints[name] = Complaint("no_count", least, most)
        return None

    def read_segments(self, name: str) -> list[str]:
        """The names between commas."""
        names = split_names(self._texts[name])
        if len(names) > segments.MOST:
            self.complaints[name] = Complaint("too_many", most=segments.MOST)
        elif any(len(one) > segments.LONGEST for one in names):
            self.complaints[name] = Complaint("too_long", most=segments.LONGEST)
        else:
            return names
        return []


def type_moment(moment: datetime | None, time_zone: str) -> str:
    """How a form has the time, in the store's zone; blank for none."""
    return moment.astimezone(ZoneInfo(time_zone)).strftime(_MOMENT) if moment else ""
