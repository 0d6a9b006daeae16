"""Errors as the loyalty API states them: RFC 9457 problem details, each with a stable `code`."""

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import TypeAlias

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import PROBLEM_TYPE, Answer, ProblemAnswer, ProblemDetail
from kiosk.hub.web.request_log import note_refusal

ProblemPage: TypeAlias = Callable[[Request, int, str, Mapping[str, str] | None], Response]
"""Makes the page that tells a person of a problem by its status, code and headers."""

_CODES = {404: "not_found", 405: "method_not_allowed", 400: "malformed", 413: "too_large"}
_RETRY_SOON = {"Retry-After": "1"}
_FAILED = Problem(500, "internal", "The hub failed; its log says where.")


class ProblemAnswers:
    """Answers problems: as JSON to a machine, as a page to a person.

    `find_page` says who makes the page for this request; `None`: a machine asks.
    """

    def __init__(self, find_page: Callable[[Request], ProblemPage | None]) -> None:
        self._find_page = find_page

    def add_to(self, app: FastAPI) -> None:
        """Answer every error of this app, also those of the frameworks below."""
        database = (DataError, IntegrityError, OperationalError)
        for kind in (Problem, HTTPException, RequestValidationError, *database, Exception):
            app.add_exception_handler(kind, self._answer_error)

    def answer(self, request: Request, problem: Problem, flaws: Sequence[ProblemDetail] = ()) -> Response:
        """The answer, whose line in the log names the code."""
        note_refusal(request, problem.code)
        make_page = self._find_page(request)
        if make_page:
            return make_page(request, problem.status, problem.code, problem.headers)
        title = HTTPStatus(problem.status).phrase
        body = ProblemAnswer(title, problem.status, problem.code, problem.detail, tuple(flaws))
        return Answer(body, problem.status, problem.headers, media_type=PROBLEM_TYPE)

    async def _answer_error(self, request: Request, error: Exception) -> Response:
        return self.answer(request, _state_problem(error), _list_flaws(error))


def _state_problem(error: Exception) -> Problem:
    match error:
        case Problem():
            return error
        case HTTPException():
            return _state_http_error(error)
        case RequestValidationError():
            return Problem(400, "malformed", "The request does not have the form that is asked for.")
        case DBAPIError():
            return _state_database_error(error)
        case _:
            return _FAILED


def _state_database_error(error: DBAPIError) -> Problem:
    match error:
        case DataError():
            return Problem(400, "malformed", "The request holds what the database cannot keep, a NUL for example.")
        case IntegrityError():
            detail = "Another request is writing the same thing; repeat this one."
            return Problem(409, "in_progress", detail, _RETRY_SOON)
        case OperationalError():
            return Problem(503, "busy", "The database cannot be reached now; repeat later.", _RETRY_SOON)
        case _:
            return _FAILED


def _state_http_error(error: HTTPException) -> Problem:
    code = _CODES.get(error.status_code, "refused")
    detail = HTTPStatus(error.status_code).description or "The request was refused."
    return Problem(error.status_code, code, detail, error.headers)


def _list_flaws(error: Exception) -> list[ProblemDetail]:
    """Only where and what rule: the value itself may be personal, or hostile."""
    if not isinstance(error, RequestValidationError):
        return []
    return [ProblemDetail(_point_to(found["loc"]), str(found["type"])) for found in error.errors()]


def _point_to(location: Sequence[int | str]) -> str:
    return "/" + "/".join(str(part) for part in location)
