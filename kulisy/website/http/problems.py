"""Errors that a programmer can act on, as RFC 9457 has them."""

import json
from collections.abc import Sequence
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError


class Trouble(Exception):
    """One parameter that was not understood, and why."""

    def __init__(self, status: int, parameter: str, why: str) -> None:
        super().__init__(why)
        self.status, self.errors = status, [{"parameter": parameter, "why": why}]


def problem(status: int, detail: str, errors: Sequence[dict[str, str]] = ()) -> HttpResponse:
    """The answer to a request that went wrong."""
    content = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "errors": list(errors),
    }
    text = json.dumps(content, ensure_ascii=False)
    response = HttpResponse(text, status=status, content_type="application/problem+json")
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "no-store"
    return response


def answer_problems(api: NinjaAPI) -> None:
    """Have the API answer all that goes wrong in this way."""

    @api.exception_handler(Trouble)
    def trouble(_request: HttpRequest, why: Trouble) -> HttpResponse:
        detail = "A parameter was not understood; the documentation is at /api/v1/docs."
        return problem(why.status, detail, why.errors)

    @api.exception_handler(ValidationError)
    def not_valid(_request: HttpRequest, why: ValidationError) -> HttpResponse:
        errors = [
            {"parameter": str(error["loc"][-1]), "why": str(error["msg"])} for error in why.errors
        ]
        return problem(
            422, "A parameter was not understood; the documentation is at /api/v1/docs.", errors
        )

    @api.exception_handler(Http404)
    def not_found(_request: HttpRequest, _why: Http404) -> HttpResponse:
        return problem(404, "There is nothing public at this address.")

    @api.exception_handler(HttpError)
    def refused(_request: HttpRequest, why: HttpError) -> HttpResponse:
        return problem(why.status_code, str(why))
