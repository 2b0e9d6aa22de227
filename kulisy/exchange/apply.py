"""Carrying out a plan: all of it in one transaction, or nothing."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kulisy.exchange.adding import add_dates, facts_of, source_locked
from kulisy.exchange.changing import follow_date, follow_offer
from kulisy.exchange.entries import OVERRIDE, SERIES, SINGLE, Entry, entry_of
from kulisy.exchange.models import ImportedRecord, ImportLine, ImportRun, ImportSource
from kulisy.exchange.series import (
    add_series,
    back_to_rule,
    follow_override,
    rewrite_series,
)
from kulisy.exchange.target import Lists, date_facts, offer_facts
from kulisy.exchange.words import Refusal
from kulisy.kernel import audit
from kulisy.kernel.errors import Refused
from kulisy.people.api import Account
from kulisy.programme.api import Activity, Occurrence, actions

Told = Callable[[int, str], None]
Action = ImportLine.Action
BATCH = 250
# Series before the dates told apart from them; what is gone last, when all that moved has moved.
ORDER = (
    (Action.ADDED, SINGLE),
    (Action.ADDED, SERIES),
    (Action.CHANGED, SERIES),
    (Action.CHANGED, SINGLE),
    (Action.ADDED, OVERRIDE),
    (Action.CHANGED, OVERRIDE),
)


@transaction.atomic
def carry_out(
    run: ImportRun, *, by: Account | None, today: date, told: Told | None = None
) -> ImportRun:
    """Bring in what the plan says. Raises Refused when the plan is no longer true.

    Readers see nothing of it before all of it is there.
    """
    source = source_locked(run.source_id)
    run = ImportRun.objects.select_related("source").get(pk=run.pk)
    newer = source.runs.filter(state=ImportRun.State.DONE, ended_at__gt=run.started_at)
    if run.state not in {ImportRun.State.PLANNED, ImportRun.State.APPLYING}:
        raise Refused(Refusal.IMPORT_NOT_PLANNED)
    if newer.exists():
        raise Refused(Refusal.IMPORT_STALE)
    worker = _Worker(run, Lists.of(source), by, today)
    done = 0
    for action, shape in ORDER:
        lines = run.lines.filter(action=action, shape=shape).select_related("record")
        for batch in _batches(lines.order_by("pk").iterator(chunk_size=BATCH)):
            worker.bring(action, shape, batch)
            done += len(batch)
            if told:
                told(done, _("Bringing in"))
    for batch in _batches(
        run.lines.filter(action=Action.GONE).select_related("record").iterator(chunk_size=BATCH)
    ):
        worker.let_go(batch)
    run.state, run.by, run.ended_at = ImportRun.State.DONE, by, timezone.now()
    run.save(update_fields=["state", "by", "ended_at"])
    audit.record(by=by, verb="programme.import", subject=run, changes=run.counts)
    return run


def _batches(lines: Iterator[ImportLine]) -> Iterator[list[ImportLine]]:
    while batch := list(islice(lines, BATCH)):
        yield batch


class _Worker:
    """Carries one plan out."""

    def __init__(self, run: ImportRun, lists: Lists, by: Account | None, today: date) -> None:
        self.run, self.lists, self.by, self.today = run, lists, by, today
        self.rooms = {room.pk: room for room in lists.rooms.values()}

    def bring(self, action: str, shape: str, batch: list[ImportLine]) -> None:
        """What is added or changed, of one shape."""
        if action == Action.ADDED and shape == SINGLE:
            entries = [entry_of(line.entry) for line in batch]
            notes = add_dates(entries, self.lists, by=self.by, run_id=self.run.pk)
            said = [line for line in batch if line.key in notes]
            for line in said:
                line.note = notes[line.key][:400]
            ImportLine.objects.bulk_update(said, ["note"])
            return
        for line in batch:
            entry = entry_of(line.entry)
            try:
                with transaction.atomic():
                    found = self._one(shape, line, entry)
            except Refused as no:
                found = [_("It could not be brought in: %(reason)s.") % {"reason": no}]
            if found and any(found):
                line.note = " ".join(dict.fromkeys([*filter(None, [line.note]), *found]))[:400]
                line.save(update_fields=["note"])

    def _one(self, shape: str, line: ImportLine, entry: Entry) -> list[str]:
        record = line.record
        if shape == OVERRIDE:
            return follow_override(entry, self.lists, by=self.by, record=record)
        if record is None:
            return [add_series(entry, self.lists, by=self.by, run_id=self.run.pk, today=self.today)]
        if shape == SERIES or record.recurrence_id:
            return self._follow_series(record, entry)
        return self._follow_single(record, entry)

    def _follow_single(self, record: ImportedRecord, entry: Entry) -> list[str]:
        occurrence = _date_of(record)
        if occurrence is None:
            self._keep(record, entry, None)
            return [_("Removed by hand here and left so.")]
        wrote: dict[str, Any] = record.facts.get("wrote", {})
        notes, own_title = self._follow_offer(record, entry, occurrence.activity)
        wanted = date_facts(entry, self.lists)
        if record.gone_at is not None and occurrence.state == "cancelled":
            wrote = {**wrote, "state": "cancelled"}
        notes += follow_date(
            occurrence, wanted, wrote, by=self.by, reason=entry.reason, rooms=self.rooms
        )
        if own_title:
            actions.change_date(by=self.by, occurrence=occurrence, title=own_title)
        self._keep(record, entry, _date_of(record))
        return notes

    def _follow_series(self, record: ImportedRecord, entry: Entry) -> list[str]:
        notes = list[str]()
        if record.activity is not None:
            notes, _own = self._follow_offer(record, entry, record.activity)
        if entry.rrule:
            notes += rewrite_series(record, entry, self.lists, by=self.by, today=self.today)
        else:
            notes.append(_("It no longer repeats in the source; the dates that are here stay."))
        self._keep(record, entry, None)
        return notes

    def _follow_offer(
        self, record: ImportedRecord, entry: Entry, activity: Activity
    ) -> tuple[list[str], str]:
        alone = not activity.imported.exclude(pk=record.pk).exists()
        return follow_offer(
            activity,
            offer_facts(entry, self.lists),
            record.facts.get("wrote", {}),
            self.lists,
            by=self.by,
            is_alone=alone,
        )

    def _keep(self, record: ImportedRecord, entry: Entry, occurrence: Occurrence | None) -> None:
        record.content_hash, record.offer_hash = entry.content_hash, entry.offer_hash
        record.facts, record.gone_at = facts_of(entry, self.lists, occurrence), None
        record.save()

    def let_go(self, batch: list[ImportLine]) -> None:
        """What the source no longer has: kept or cancelled, never removed."""
        cancels = self.lists.source.when_gone == ImportSource.Gone.CANCEL
        reason = _("No longer in the calendar it came from.")
        for line in batch:
            record = line.record
            if record is None:
                continue
            if "|" in record.key and record.occurrence and record.occurrence.recurrence_id:
                back_to_rule(record, by=self.by)
            elif cancels:
                for occurrence in _coming(record):
                    actions.cancel_date(by=self.by, occurrence=occurrence, reason=reason)
            record.gone_at = timezone.now()
            record.save(update_fields=["gone_at"])
            line.note = _("Cancelled.") if cancels else _("Left as it is.")
        ImportLine.objects.bulk_update(batch, ["note"])


def _date_of(record: ImportedRecord) -> Occurrence | None:
    """The record's date as it is in the database now, with its activity, room and booking."""
    rows = ImportedRecord.objects.select_related(
        "occurrence__activity", "occurrence__room", "occurrence__booking"
    )
    return rows.get(pk=record.pk).occurrence


def _coming(record: ImportedRecord) -> list[Occurrence]:
    now, over = timezone.now(), ["cancelled", "postponed"]
    if record.recurrence is not None:
        rows = record.recurrence.occurrences.filter(starts_at__gt=now)
        return list(rows.exclude(state__in=over))
    single = record.occurrence
    if single is None or single.starts_at <= now or single.state in over:
        return []
    return [single]
