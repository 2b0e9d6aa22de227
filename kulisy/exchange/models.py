"""What comes from elsewhere: sources, runs of the import, and what each run brought."""

from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from kulisy.kernel.models import Job
from kulisy.people.api import Account
from kulisy.programme.api import Activity, ActivityKind, Occurrence, Recurrence, Section


class PrivateStorage(FileSystemStorage):
    """A folder that no address leads to: a sheet may hold what was not meant for the public."""

    @property
    def base_location(self) -> str:  # no cache: the settings may change
        return str(Path(settings.VAR) / "imports")

    @property
    def location(self) -> str:
        return self.base_location


def private_storage() -> FileSystemStorage:
    """The storage of uploaded files, named as a function so that migrations hold no folder."""
    return PrivateStorage()


class ImportSource(models.Model):
    """A calendar or sheet that is read again and again, and what is assumed about its rows."""

    class Format(models.TextChoices):
        ICS = "ics", _("iCalendar")
        CSV = "csv", _("CSV")
        XLSX = "xlsx", _("XLSX (Excel, Google Sheets)")

    class Gone(models.TextChoices):
        KEEP = "keep", _("leave it as it is")
        CANCEL = "cancel", _("cancel it, if it is still to come")

    name = models.CharField(_("name"), max_length=120, unique=True)
    format = models.CharField(_("format"), max_length=4, choices=Format, blank=True)
    address = models.URLField(
        _("address"),
        max_length=500,
        blank=True,
        help_text=_(
            "Of a calendar that is read regularly, for example the secret address in "
            "iCal format from the settings of a Google calendar."
        ),
    )
    kind = models.ForeignKey(
        ActivityKind,
        verbose_name=_("kind"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("For rows that do not say it themselves."),
    )
    section = models.ForeignKey(
        Section,
        verbose_name=_("section"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    state = models.CharField(
        _("what comes in is"),
        max_length=10,
        default=Activity.State.DRAFT,
        choices=[
            (state.value, state.label)
            for state in (Activity.State.DRAFT, Activity.State.TENTATIVE, Activity.State.CONFIRMED)
        ],
    )
    when_gone = models.CharField(
        _("when something is no longer there"), max_length=6, choices=Gone, default=Gone.KEEP
    )
    rooms = models.JSONField(_("rooms by the place in words"), default=dict, blank=True)
    columns = models.JSONField(_("columns by their headings"), default=dict, blank=True)
    zone = models.CharField(_("time zone"), max_length=40, default="Europe/Warsaw")
    minutes = models.PositiveSmallIntegerField(
        _("length in minutes when no end is given"),
        default=60,
        validators=[MinValueValidator(5), MaxValueValidator(1440)],
    )
    etag = models.CharField(max_length=300, blank=True, editable=False)
    modified = models.CharField(max_length=60, blank=True, editable=False)
    fetched_at = models.DateTimeField(null=True, editable=False)
    problem = models.CharField(max_length=300, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("source of imports")
        verbose_name_plural = _("sources of imports")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ImportRun(models.Model):
    """One reading of a source: the plan of what would change, and whether it was carried out."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        READING = "reading", _("being read")
        PLANNED = "planned", _("read, nothing changed yet")
        APPLYING = "applying", _("being brought in")
        DONE = "done", _("brought in")
        FAILED = "failed", _("not read")

    source = models.ForeignKey(
        ImportSource, verbose_name=_("source"), on_delete=models.CASCADE, related_name="runs"
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    by = models.ForeignKey(
        Account, verbose_name=_("by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    file = models.FileField(
        _("file"), storage=private_storage, upload_to="%Y-%m", blank=True, max_length=200
    )
    filename = models.CharField(_("name of the file"), max_length=200, blank=True)
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    ended_at = models.DateTimeField(null=True)
    added = models.PositiveIntegerField(_("added"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    same = models.PositiveIntegerField(_("unchanged"), default=0)
    gone = models.PositiveIntegerField(_("no longer there"), default=0)
    damaged = models.PositiveIntegerField(_("not understood"), default=0)
    problem = models.TextField(blank=True)
    report = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.source}, {self.started_at:%Y-%m-%d %H:%M}"

    @property
    def is_running(self) -> bool:
        return self.state in {self.State.WAITING, self.State.READING, self.State.APPLYING}

    @property
    def counts(self) -> dict[str, int]:
        names = ("added", "changed", "same", "gone", "damaged")
        return {name: getattr(self, name) for name in names}

    @property
    def would_change(self) -> int:
        return self.added + self.changed + self.gone


class ImportedRecord(models.Model):
    """What one key of the source became here, and what it said when it was last brought in."""

    source = models.ForeignKey(ImportSource, on_delete=models.CASCADE, related_name="records")
    key = models.CharField(max_length=300)
    content_hash = models.CharField(max_length=40)
    # Rows that say the same about what is offered, and differ in when, share one activity.
    offer_hash = models.CharField(max_length=40, blank=True)
    facts = models.JSONField(default=dict)
    activity = models.ForeignKey(
        Activity, null=True, on_delete=models.SET_NULL, related_name="imported"
    )
    occurrence = models.ForeignKey(
        Occurrence, null=True, on_delete=models.SET_NULL, related_name="imported"
    )
    recurrence = models.ForeignKey(
        Recurrence, null=True, on_delete=models.SET_NULL, related_name="imported"
    )
    written_through = models.DateField(null=True)
    gone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "key"], name="one_record_per_source_and_key"),
        ]
        indexes = [
            models.Index(fields=["source", "content_hash"], name="imported_content"),
            models.Index(fields=["source", "offer_hash"], name="imported_offer"),
        ]

    def __str__(self) -> str:
        return self.key


class ImportLine(models.Model):
    """One difference of a run: staged here first, so that bringing it in is short and whole."""

    class Action(models.TextChoices):
        ADDED = "added", _("added")
        CHANGED = "changed", _("changed")
        GONE = "gone", _("no longer there")
        DAMAGED = "damaged", _("not understood")

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField(_("line"), default=0)
    action = models.CharField(max_length=8, choices=Action)
    shape = models.CharField(max_length=8, blank=True)
    key = models.CharField(max_length=300, blank=True)
    title = models.CharField(max_length=160, blank=True)
    record = models.ForeignKey(
        ImportedRecord, null=True, on_delete=models.CASCADE, related_name="+"
    )
    entry = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    note = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["run", "action"], name="import_line_action")]

    def __str__(self) -> str:
        return f"{self.action} {self.title}"
