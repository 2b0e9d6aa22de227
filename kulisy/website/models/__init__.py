"""Pages that people see, and what the centre sets about its site; no page is a record."""

from kulisy.website.models.pages import ContactPage, ContentPage, HomePage, NewsIndex, NewsPage
from kulisy.website.models.settings import SiteSettings

__all__ = ["ContactPage", "ContentPage", "HomePage", "NewsIndex", "NewsPage", "SiteSettings"]
