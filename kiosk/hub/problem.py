"""Why the hub refuses something, said in a way that a route, a page and the console can each answer."""

from collections.abc import Mapping


class Problem(Exception):
    """A refusal; `detail` is for the developer who reads it and never repeats what came in."""

    def __init__(self, status: int, code: str, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.headers = headers
