"""News from below: pages kept in memory become old, and what can be found changes."""

from typing import Any

from wagtail.signals import page_published, page_unpublished

from kulisy.kernel.news import Event, on
from kulisy.kernel.search.api import reindex_later
from kulisy.programme import events as programme
from kulisy.website import generation
from kulisy.website.models import NewsPage


@on(
    programme.ActivityAdded,
    programme.ActivityChanged,
    programme.ActivityStateChanged,
    programme.OccurrencesAdded,
    programme.OccurrenceChanged,
    programme.OccurrenceMoved,
    programme.OccurrenceCancelled,
    programme.OccurrenceRestored,
    programme.OccurrencesRemoved,
)
def forget_pages(event: Event) -> None:
    """A change of the programme shows at once."""
    del event
    generation.advance()


@on(
    programme.ActivityAdded,
    programme.ActivityChanged,
    programme.ActivityStateChanged,
    programme.OccurrencesAdded,
    programme.OccurrenceChanged,
    programme.OccurrenceMoved,
    programme.OccurrenceCancelled,
    programme.OccurrenceRestored,
    programme.OccurrencesRemoved,
)
def find_activity(event: Any) -> None:
    """What is searched for is what is shown."""
    reindex_later("activity", [event.activity_id])


def page_changed(instance: Any, **_kwargs: Any) -> None:
    """A page was published or taken away."""
    generation.advance()
    reindex_later("news" if isinstance(instance, NewsPage) else "page", [instance.pk])


page_published.connect(page_changed, dispatch_uid="website.page_published")
page_unpublished.connect(page_changed, dispatch_uid="website.page_unpublished")
