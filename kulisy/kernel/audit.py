"""Who changed what, and when: one row for every action, kept for as long as its subject."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from django.db.models import Model, QuerySet

from kulisy.kernel.models import AuditEntry

__all__ = ["AuditEntry", "HasKey", "history_of", "record", "record_many"]


class HasKey(Protocol):
    """Anybody with a primary key: an account, or nobody (None) when the system itself acts."""

    pk: Any


def record(
    *, by: HasKey | None, verb: str, subject: Model, changes: Mapping[str, Any] | None = None
) -> AuditEntry:
    """Write down that ``by`` did ``verb`` to the subject.

    ``verb`` is ``app.action`` in the present ("programme.cancel_occurrence"); ``changes`` maps a
    field to ``[old, new]``. Names and addresses of people do not belong in it: ids do.
    """
    return AuditEntry.objects.create(
        by_id=by.pk if by is not None else None,
        verb=verb,
        subject_kind=subject._meta.label_lower,
        subject_id=str(subject.pk),
        changes=dict(changes or {}),
    )


def record_many(
    *, by: HasKey | None, verb: str, changes: Iterable[tuple[Model, Mapping[str, Any]]]
) -> None:
    """Write down that ``by`` did ``verb`` to each of the subjects, in one query."""
    AuditEntry.objects.bulk_create(
        AuditEntry(
            by_id=by.pk if by is not None else None,
            verb=verb,
            subject_kind=subject._meta.label_lower,
            subject_id=str(subject.pk),
            changes=dict(changed),
        )
        for subject, changed in changes
    )


def history_of(subject: Model) -> QuerySet[AuditEntry]:
    """Everything done to the subject, newest first."""
    return AuditEntry.objects.filter(
        subject_kind=subject._meta.label_lower, subject_id=str(subject.pk)
    )
