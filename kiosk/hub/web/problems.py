"""Errors as the loyalty API states them: RFC 9457 problem details, each with a stable `code`."""

from collections.abc import Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import IntegrityError, OperationalError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from kiosk.hub.console.notice import is_console, render_console_notice
from kiosk.hub.pages.notice import render_notice
from kiosk.hub.problem import Problem
from kiosk.hub.web.answers import Answer, ProblemAnswer, ProblemDetail
from kiosk.hub.web.request_log import note_refusal

API = "/v1/"
_CODES = {404: "not_found", 405: "method_not_allowed", 400: "malformed", 413: "too_large"}
_RETRY_SOON = {"Retry-After": "1"}


def add_problem_handlers(app: FastAPI) -> None:
    """Answer every error of this app, also those of the frameworks below, as a problem or as a page."""
    app.add_exception_handler(Problem, _answer_problem)
    app.add_exception_handler(HTTPException, _answer_http_error)
    app.add_exception_handler(RequestValidationError, _answer_malformed)
    app.add_exception_handler(IntegrityError, _answer_conflict)
    app.add_exception_handler(OperationalError, _answer_busy)
    app.add_exception_handler(Exception, _answer_failure)


def answer(request: Request, problem: Problem, errors: Sequence[ProblemDetail] = ()) -> Response:
    """The problem as JSON for a machine, as a page for a person."""
    note_refusal(request, problem.code)
    if is_console(request):
        return render_console_notice(request, problem.status, problem.code, problem.headers)
    if not request.url.path.startswith(API):
        return render_notice(request, problem.status, problem.code, problem.headers)
    title = HTTPStatus(problem.status).phrase
    body = ProblemAnswer(title, problem.status, problem.code, problem.detail, tuple(errors))
    return Answer(body, problem.status, problem.headers, media_type="application/problem+json")


async def _answer_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)  # noqa: S101 (the registration above makes it so; this tells the type checkers)
    return answer(request, error)


async def _answer_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 (as above)
    code = _CODES.get(error.status_code, "refused")
    detail = HTTPStatus(error.status_code).description or "The request was refused."
    return answer(request, Problem(error.status_code, code, detail, error.headers))


async def _answer_malformed(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 (as above)
    # Only where and what rule: the value itself may be personal, or hostile.
    errors = [ProblemDetail(_point_to(found["loc"]), str(found["type"])) for found in error.errors()]
    return answer(request, Problem(400, "malformed", "The request does not have the form that is asked for."), errors)


async def _answer_conflict(request: Request, _error: Exception) -> Response:
    detail = "Another request is writing the same thing; repeat this one."
    return answer(request, Problem(409, "in_progress", detail, _RETRY_SOON))


async def _answer_busy(request: Request, _error: Exception) -> Response:
    return answer(request, Problem(503, "busy", "The database cannot be reached now; repeat later.", _RETRY_SOON))


async def _answer_failure(request: Request, _error: Exception) -> Response:
    return answer(request, Problem(500, "internal", "The hub failed; its log says where."))


def _point_to(location: Sequence[int | str]) -> str:
    return "/" + "/".join(str(part) for part in location)
