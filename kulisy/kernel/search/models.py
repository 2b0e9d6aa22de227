"""What can be found: one row per thing, its filters, and the words a misspelling may have meant.

The analysed text itself belongs to the engine: an FTS5 table on SQLite, a column on PostgreSQL.
All of it is derived; ``kulisy reindex`` makes it again from the records.
"""

from django.db import models


class SearchEntry(models.Model):
    """One thing of one kind as search knows it. Unseen by visitors unless ``public``."""

    kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    language = models.CharField(max_length=8)
    public = models.BooleanField()
    visible_from = models.DateTimeField(null=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    indexed_at = models.DateTimeField()
    # Long texts come last: SQLite then reads the filters above without touching them.
    url = models.CharField(max_length=500, blank=True)
    title = models.TextField()
    body = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_id"], name="one_search_entry_per_subject"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id}: {self.title}"


class SearchFacet(models.Model):
    """One value by which an entry can be filtered and counted."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="facets")
    name = models.CharField(max_length=40)
    value = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "name", "value"], name="one_search_facet_per_value"
            )
        ]
        indexes = [models.Index(fields=["name", "value", "entry"], name="search_facet_value")]

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


class SearchWord(models.Model):
    """A word that occurs in the index: folded, as it is shown, and its root."""

    word = models.CharField(max_length=40, unique=True)
    shown = models.CharField(max_length=80)
    root = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.shown
