"""Pages by cursor: what is added or removed meanwhile neither repeats a row nor hides one."""

import base64
import binascii
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from ninja import Field, Schema

from kulisy.website.http.problems import Trouble

T = TypeVar("T")
LARGEST_KEY = 2**63


class Paging(Schema):
    cursor: str = Field("", max_length=200, description="`next` of the page before")
    limit: int = Field(50, ge=1, le=200)


class Page(Schema, Generic[T]):
    items: list[T]
    next: str | None = Field(description="address of the next page; null on the last")


def page_of(
    rows: QuerySet[Any],
    paging: Paging,
    request: HttpRequest,
    show: Callable[[Any], Any],
    *,
    by: str = "",
) -> dict[str, Any]:
    """The rows after the cursor in the order of ``by`` and the key, which never changes."""
    order = (by, "pk") if by else ("pk",)
    if paging.cursor:
        rows = rows.filter(_after(paging.cursor, by))
    found = list(rows.order_by(*order)[: paging.limit + 1])
    more = len(found) > paging.limit
    found = found[: paging.limit]
    following = None
    if more:
        query = request.GET.copy()
        query["cursor"] = _cursor(found[-1], by)
        following = request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
    return {"items": [show(row) for row in found], "next": following}


def _cursor(row: Any, by: str) -> str:
    place = [row.pk, getattr(row, by).astimezone(UTC).isoformat()] if by else [row.pk]
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def _after(cursor: str, by: str) -> Q:
    try:
        pk, at = _read(cursor, dated=bool(by))
    except (ValueError, TypeError, binascii.Error, RecursionError, OverflowError) as broken:
        raise Trouble(422, "cursor", "This cursor is not one of ours.") from broken
    if at is None:
        return Q(pk__gt=pk)
    return Q(**{f"{by}__gt": at}) | Q(**{by: at, "pk__gt": pk})


def _read(cursor: str, *, dated: bool) -> tuple[int, datetime | None]:
    padded = cursor + "=" * (-len(cursor) % 4)
    pk, *moment = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    if type(pk) is not int or not 0 <= pk < LARGEST_KEY or len(moment) != dated:
        raise ValueError(cursor)
    if not dated:
        return pk, None
    at = datetime.fromisoformat(moment[0])
    if at.tzinfo is None:
        raise ValueError(cursor)
    return pk, at
