"""Rows as lines of JSON that no database engine has a claim on, and back.

Streams: neither way keeps more than a batch of rows in memory.
"""

import datetime as dt
import decimal
import itertools
import json
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connections, models
from django.db.models.sql import InsertQuery
from django.utils.dateparse import parse_datetime
from wagtail.fields import StreamField

from kulisy.cli.archive.words import Problem, sentence

BATCH = 500
# Longer lines are not rows: the longest text a form takes in is 5 MB.
LONGEST_LINE = 64 * 1024**2
# Made again from the rest, or worthless after a restore: nobody stays logged in through one.
LEFT_OUT = {"kernel.SearchEntry", "kernel.SearchFacet", "kernel.SearchWord", "sessions.Session"}
# Wagtail's index of its own pages and pictures; its columns are other ones on each engine.
LEFT_OUT_APP = "wagtailsearch"


class Damaged(Exception):
    """The archive is not what it says it is; the argument is a whole sentence."""


def tables() -> list[type[models.Model]]:
    """Every table that is kept, in an order that stays the same for the same version."""
    return sorted(
        (
            model
            for model in apps.get_models(include_auto_created=True)
            if model._meta.managed and not model._meta.proxy and not is_left_out(model)
        ),
        key=lambda model: model._meta.label_lower,
    )


def is_left_out(model: type[models.Model]) -> bool:
    return model._meta.label in LEFT_OUT or model._meta.app_label == LEFT_OUT_APP


def tied_to_rows() -> list[type[models.Model]]:
    """Tables that are not kept and point at rows which a restore replaces."""
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in {LEFT_OUT_APP, "sessions"} and model._meta.managed
    ]


def columns(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The columns of the model's own table; those that the database works out are left to it."""
    return [field for field in model._meta.local_concrete_fields if not field.generated]


def lines(model: type[models.Model], alias: str) -> Iterator[bytes]:
    """The rows of the table in the order of their keys, a line of JSON each."""
    fields = columns(model)
    rows: Iterator[models.Model] = (
        models.QuerySet(model, using=alias).order_by("pk").iterator(chunk_size=BATCH)
    )
    for row in rows:
        yield encoded([plain(field, row) for field in fields])


def encoded(values: list[Any]) -> bytes:
    # Sorted: PostgreSQL keeps the keys of an object in an order of its own.
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return text.encode() + b"\n"


def plain(field: models.Field[Any, Any], row: models.Model) -> Any:
    """The value as JSON knows it, with nothing rounded and no time zone lost."""
    value = field.value_from_object(row)
    if value is None or isinstance(value, bool | int | float | str):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, dt.datetime):
        # The same moment reads the same from an engine that keeps zones and one that does not.
        return value.astimezone(dt.UTC).isoformat() if value.tzinfo else value.isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, decimal.Decimal | uuid.UUID):
        return str(value)
    text = field.value_to_string(row)
    if isinstance(field, StreamField):
        # Blocks are objects in a text, so what sorts the keys of objects does not reach them.
        return json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True) if text else text
    return text


def value_of(field: models.Field[Any, Any], kept: Any) -> Any:
    """The inverse of ``plain``."""
    if kept is None or isinstance(field, models.JSONField):
        return kept
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    if isinstance(target, models.DateTimeField):
        if (moment := parse_datetime(kept)) is None:
            raise ValueError(kept)
        return moment
    return target.to_python(kept)


def row_of(model: type[models.Model], line: bytes, number: int) -> models.Model:
    """The row that a line holds."""
    fields = columns(model)
    try:
        kept = json.loads(line)
        if not isinstance(kept, list) or len(kept) != len(fields):
            raise TypeError  # noqa: TRY301 - every way of being no row has the same answer
        values = {
            field.attname: value_of(field, value) for field, value in zip(fields, kept, strict=True)
        }
    except (ValueError, TypeError, ArithmeticError, UnicodeDecodeError, RecursionError) as problem:
        raise Damaged(sentence(Problem.NO_ROW, table=model._meta.label, line=number)) from problem
    return model(**values)


def reset_sequences(alias: str) -> None:
    """Let the next new row get a key above all that were brought in."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)


def empty(model: type[models.Model], alias: str) -> None:
    """Remove all rows of the table, past every rule of Django's: the whole is replaced."""
    models.QuerySet(model, using=alias)._raw_delete(alias)  # noqa: SLF001 - delete() loads what it deletes


def fill(model: type[models.Model], source: Iterable[bytes], alias: str) -> Iterator[int]:
    """Write the rows as they are kept; yields how many after each batch."""
    fields = columns(model)
    numbered = (row_of(model, line, number) for number, line in enumerate(source, start=1))
    while batch := list(itertools.islice(numbered, BATCH)):
        insert(model, batch, fields, alias)
        yield len(batch)


def insert(
    model: type[models.Model],
    rows: list[models.Model],
    fields: list[models.Field[Any, Any]],
    alias: str,
) -> None:
    size = max(connections[alias].ops.bulk_batch_size(fields, rows), 1)
    for start in range(0, len(rows), size):
        query = InsertQuery(model)
        # Raw: "changed at" stays what it was, and a parent's row is another table's line.
        query.insert_values(fields, rows[start : start + size], raw=True)
        query.get_compiler(using=alias).execute_sql()
