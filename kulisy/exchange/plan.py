"""What a file would change, staged line by line and nothing changed yet."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kulisy.exchange.entries import OVERRIDE, SINGLE, Damaged, Entry, entry_of
from kulisy.exchange.marks import Marks
from kulisy.exchange.models import ImportedRecord, ImportLine, ImportRun
from kulisy.exchange.reading import read
from kulisy.exchange.target import needs_more, rule_of_entry, window
from kulisy.kernel.errors import Refused, Unreadable
from kulisy.programme.api import rules, words
from kulisy.recurrence import api as recurrence
from kulisy.recurrence.api import wall_starts

Told = Callable[[int, str], None]
Action = ImportLine.Action
BATCH = 500
SHOWN = (
    "title",
    "starts_at",
    "ends_at",
    "is_all_day",
    "text",
    "place",
    "online_url",
    "category",
    "section",
    "price",
    "state",
    "reason",
    "capacity",
    "rrule",
    "exdates",
)


def plan(run: ImportRun, path: Path, *, today: date, told: Told | None = None) -> ImportRun:
    """Compare the file with what the source brought before; the run then holds the difference.

    Only keys are kept in memory. Raises Unreadable when the file as a whole is not understood; the
    run then says so and holds no lines.
    """
    run.lines.all().delete()
    reader = _Reader(run, today)
    ImportRun.objects.filter(pk=run.pk).update(state=ImportRun.State.READING)
    try:
        found = read(path, run.source, today=today)
        for count, batch in enumerate(_batches(found), start=1):
            reader.compare(batch)
            if told:
                told(count * BATCH, _("Reading"))
    except Unreadable as why:
        run.lines.all().delete()
        run.state, run.problem, run.ended_at = ImportRun.State.FAILED, why.sentence, timezone.now()
        run.save(update_fields=["state", "problem", "ended_at"])
        raise
    reader.free_orphans()
    reader.find_gone()
    run.state, run.problem, run.ended_at = ImportRun.State.PLANNED, "", timezone.now()
    for name, count in reader.counts.items():
        setattr(run, name, count)
    run.save()
    return run


def _batches(found: Iterator[Entry | Damaged]) -> Iterator[list[Entry | Damaged]]:
    while batch := list(islice(found, BATCH)):
        yield batch


class _Reader:
    """One reading: the counts so far, and the keys that were seen."""

    def __init__(self, run: ImportRun, today: date) -> None:
        self.run, self.today = run, today
        self.counts = dict.fromkeys(("added", "changed", "same", "gone", "damaged"), 0)
        self.seen = Marks()

    def compare(self, batch: list[Entry | Damaged]) -> None:
        entries = [each for each in batch if isinstance(each, Entry)]
        known = self._known(entries)
        lines = []
        for each in batch:
            line = self._line(each, known)
            if line is None:
                self.counts["same"] += 1
                continue
            self.counts[line.action] += 1
            lines.append(line)
        ImportLine.objects.bulk_create(lines, batch_size=BATCH)

    def _known(self, entries: list[Entry]) -> dict[str, ImportedRecord]:
        """Records by key; and, for keys that the source changes each time, by content."""
        records = self.run.source.records
        known = {r.key: r for r in records.filter(key__in=[entry.key for entry in entries])}
        strange = {e.content_hash: e.key for e in entries if e.key not in known}
        for record in records.filter(content_hash__in=strange):
            # A record whose own key comes later in the file belongs to that key.
            if record.key not in self.seen and record.key not in known:
                known.setdefault(strange[record.content_hash], record)
        return known

    def _line(self, each: Entry | Damaged, known: dict[str, ImportedRecord]) -> ImportLine | None:
        if isinstance(each, Damaged):
            return self._damaged(each.line, each.title, each.why)
        if each.key in self.seen:
            return self._damaged(each.line, each.title, _("The same UID stands in the file twice."))
        self.seen.add(each.key)
        record = known.get(each.key)
        if record is not None:
            self.seen.add(record.key)
            is_same = record.content_hash == each.content_hash and record.gone_at is None
            if is_same and not needs_more(each, record.written_through, self.today):
                return None
        if why := self._why_not(each):
            return self._damaged(each.line, each.title, why)
        again = [_("It is in the source again.")] if record and record.gone_at else []
        return ImportLine(
            run=self.run,
            number=each.line,
            action=Action.CHANGED if record else Action.ADDED,
            shape=each.shape,
            key=each.key,
            title=each.title,
            record=record,
            entry=each.plain(),
            changes=_changes(record.facts.get("entry", {}), each.plain()) if record else {},
            note=" ".join([*again, *each.notes])[:400],
        )

    def _why_not(self, entry: Entry) -> str:
        if no := rules.span_refusal(entry.starts_at, entry.ends_at):
            return words.sentence(no, {})
        if entry.rrule:
            try:
                wall_starts(rule_of_entry(entry), window(self.today))
            except Refused as no_rule:
                if isinstance(no_rule.reason, recurrence.Refusal):
                    return recurrence.sentence(no_rule.reason, no_rule.facts)
                raise
        return ""

    def _damaged(self, number: int, title: str, why: str) -> ImportLine:
        return ImportLine(
            run=self.run, number=number, action=Action.DAMAGED, title=title[:160], note=why[:400]
        )

    def free_orphans(self) -> None:
        """A date told apart from a series that is not here is a date by itself."""
        lines = self.run.lines.filter(shape=OVERRIDE)
        for line in lines.iterator(chunk_size=BATCH):
            key = entry_of(line.entry).series_key
            if not (
                self.run.source.records.filter(key=key, recurrence__isnull=False).exists()
                or self.run.lines.filter(key=key).exists()
            ):
                ImportLine.objects.filter(pk=line.pk).update(shape=SINGLE)

    def find_gone(self) -> None:
        """Records that the file no longer has, if they are still to come."""
        now = datetime.now(tz=UTC)
        records = ImportedRecord.objects.filter(source_id=self.run.source_id, gone_at__isnull=True)
        keys = records.values_list("pk", "key").iterator(chunk_size=BATCH)
        missing = [pk for pk, key in keys if key not in self.seen]
        lines = []
        for start in range(0, len(missing), BATCH):
            for record in records.filter(pk__in=missing[start : start + BATCH]).order_by("pk"):
                plain = record.facts.get("entry", {})
                over = not plain or datetime.fromisoformat(plain["ends_at"]) <= now
                if record.recurrence_id or not over:
                    lines.append(self._gone(record, plain))
        self.counts["gone"] = len(lines)
        ImportLine.objects.bulk_create(lines, batch_size=BATCH)

    def _gone(self, record: ImportedRecord, plain: dict[str, Any]) -> ImportLine:
        return ImportLine(
            run=self.run,
            action=Action.GONE,
            key=record.key,
            record=record,
            title=plain.get("title", ""),
            entry=plain,
        )


def _changes(old: dict[str, Any], now: dict[str, Any]) -> dict[str, list[Any]]:
    return {
        name: [old.get(name), now.get(name)] for name in SHOWN if old.get(name) != now.get(name)
    }
