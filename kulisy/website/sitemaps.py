"""What search engines should know of, with when it last changed."""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from kulisy.programme import api as programme
from kulisy.programme.api import Activity, Contributor
from kulisy.venues import api as venues

FIXED = ("calendar", "classes", "timetable", "places", "people")


class ActivitySitemap(Sitemap):
    i18n = True
    alternates = True
    limit = 5000

    def items(self) -> QuerySet[Activity]:
        return programme.queries.public_activities(timezone.now()).order_by("pk")

    def lastmod(self, item: Activity) -> datetime:
        return item.changed_at

    def location(self, item: Any) -> str:
        # With languages Django hands the thing alone here, and has switched the language itself.
        return reverse("website:activity", args=[item.slug])


class PersonSitemap(Sitemap):
    i18n = True

    def items(self) -> QuerySet[Contributor]:
        return programme.queries.contributors_listed(timezone.now()).order_by("pk")

    def location(self, item: Any) -> str:
        return reverse("website:person", args=[item.slug])


class PlaceSitemap(Sitemap):
    i18n = True

    def items(self) -> Any:
        return venues.venues().order_by("pk")

    def location(self, item: Any) -> str:
        return reverse("website:place", args=[item.slug])


class FixedSitemap(Sitemap):
    i18n = True

    def items(self) -> list[str]:
        return list(FIXED)

    def location(self, item: Any) -> str:
        return reverse(f"website:{item}")


class PageSitemap(Sitemap):
    def items(self) -> Any:
        root = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if root is None:
            return Page.objects.none()
        return root.root_page.get_descendants(inclusive=True).live().public().order_by("path")

    def lastmod(self, item: Page) -> datetime | None:
        changed: datetime | None = item.last_published_at
        return changed

    def location(self, item: Any) -> str:
        return str(item.url or "/")


SITEMAPS = {
    "wydarzenia": ActivitySitemap,
    "ludzie": PersonSitemap,
    "miejsca": PlaceSitemap,
    "stale": FixedSitemap,
    "strony": PageSitemap,
}
