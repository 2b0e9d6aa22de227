"""What the header and the footer of every page say, read when a template first asks for it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.models import Site as WagtailSite

from kulisy.ui import colour
from kulisy.venues import api as venues
from kulisy.website import generation
from kulisy.website.models import SiteSettings

ENGLISH = "/en"


@dataclass(frozen=True)
class Language:
    """A language of the interface and where this page is in it."""

    code: str
    label: str
    url: str
    current: bool


class SiteFacts:
    """The ``site`` of the templates."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        # A page of the menu that this one belongs to, where its own address does not tell.
        self.under = ""

    @cached_property
    def settings(self) -> SiteSettings:
        return generation.kept("settings", lambda: SiteSettings.load(self.request))

    @cached_property
    def centre(self) -> venues.Centre:
        return generation.kept("centre", venues.centre)

    @property
    def name(self) -> str:
        return self.centre.name or str(settings.WAGTAIL_SITE_NAME)

    @property
    def short_name(self) -> str:
        return self.centre.short_name or self.name

    @property
    def home_url(self) -> str:
        return reverse("wagtail_serve", args=[""])

    @property
    def search_url(self) -> str:
        return reverse("website:search")

    @cached_property
    def theme_url(self) -> str:
        """The stylesheet of the centre's colour; its address changes with the colour."""
        accent = self.accent
        return f"{reverse('website:theme')}?{accent.lstrip('#').lower()}" if accent else ""

    @property
    def accent(self) -> str:
        return accent_of(self.settings, self.centre)

    @cached_property
    def logo_url(self) -> str:
        logo = self.settings.logo
        return logo.get_rendition("max-600x104").url if logo else ""

    @cached_property
    def accessibility_url(self) -> str:
        key = ("declaration", get_language(), self.request.get_host())
        found: str = generation.kept(key, self._declaration_url)
        return found

    def _declaration_url(self) -> str:
        page = self.settings.declaration_page
        return (page.get_url(self.request) or "") if page and page.live else ""

    @cached_property
    def menu(self) -> list[tuple[str, str, bool]]:
        path = self.request.path
        fixed = [
            (_("Calendar"), reverse("website:calendar"), ("/kalendarz/", "/wydarzenia/")),
            (_("Classes"), reverse("website:classes"), ("/zajecia/",)),
            (_("Places"), reverse("website:places"), ("/miejsca/",)),
            (_("People"), reverse("website:people"), ("/ludzie/",)),
        ]
        path = self.under or path
        here = path.removeprefix(ENGLISH) if path.startswith(f"{ENGLISH}/") else path
        found = [(label, url, here.startswith(roots)) for label, url, roots in fixed]
        return found + [
            (page.title, url, path.startswith(url))
            for page, url in generation.kept(
                ("menu", get_language(), self.request.get_host()), self._pages
            )
            if url
        ]

    def _pages(self) -> list[tuple[Page, str | None]]:
        root = WagtailSite.find_for_request(self.request)
        if root is None:
            return []
        below = Page.objects.live().in_menu().filter(depth=root.root_page.depth + 1)
        found = below.descendant_of(root.root_page).order_by("path")
        return [(page, page.get_url(self.request)) for page in found]

    @property
    def languages(self) -> list[Language]:
        now = get_language() or "pl"
        path = self.request.get_full_path()
        polish = path[len(ENGLISH) :] if path.startswith(f"{ENGLISH}/") else path
        return [
            Language("pl", "Polski", polish, now == "pl"),
            Language("en", "English", f"{ENGLISH}{polish}", now == "en"),
        ]

    @property
    def address_lines(self) -> list[str]:
        return self.centre.address_lines

    @property
    def phone(self) -> str:
        return self.centre.phone

    @property
    def email(self) -> str:
        return self.centre.email

    @property
    def hours_line(self) -> str:
        return self.centre.opening_text

    @property
    def icon_url(self) -> str:
        return static("ui/mark.svg")

    @cached_property
    def footer_columns(self) -> list[tuple[str, list[tuple[str, str]]]]:
        feeds = [
            (_("Calendar on your phone"), reverse("website:subscribe")),
            (_("Calendar as RSS"), "/kalendarz.rss"),
            (_("News as RSS"), reverse("website:news_feed")),
        ]
        about = [(_("Calendar on your website"), reverse("website:embed_help"))]
        if self.accessibility_url:
            about.insert(0, (_("Accessibility declaration"), self.accessibility_url))
        if self.settings.bip_url:
            about.append((_("Public information bulletin (BIP)"), self.settings.bip_url))
        return [(_("About this site"), about), (_("Stay in touch"), feeds), *self._own_columns]

    @property
    def _own_columns(self) -> list[tuple[str, list[tuple[str, str]]]]:
        return [
            (
                column.value["title"],
                [link for each in column.value["links"] if (link := _link(each, self.request))],
            )
            for column in self.settings.footer
        ]


def _link(each: Any, request: HttpRequest) -> tuple[str, str] | None:
    page = each["page"]
    # With the request, which remembers where the roots of sites are: else each page asks again.
    url = (page.get_url(request) if page and page.live else "") or each["address"]
    return (each["label"], url) if url else None


def accent_of(chosen: SiteSettings, centre: venues.Centre) -> str:
    """The colour of the site: the one set for it, else the centre's, where it is a colour."""
    for text in (chosen.accent, centre.accent if centre.name else ""):
        try:
            return colour.parse_hex(text).hex
        except colour.NotAColour:
            continue
    return ""


def facts_of(request: HttpRequest) -> SiteFacts:
    """The facts of this request, read once however many ask."""
    known: SiteFacts | None = getattr(request, "site_facts", None)
    if known is None:
        known = request.site_facts = SiteFacts(request)  # type: ignore[attr-defined]  # kept here alone
    return known


def site(request: HttpRequest) -> dict[str, Any]:
    """For TEMPLATES; nothing is read until a template asks, so backstage pays nothing."""
    facts = facts_of(request)
    # For the drawn posters, whose pieces are included without the context of the page.
    request.house_colour = lambda: facts.accent  # type: ignore[attr-defined]  # told by the site alone
    return {"site": facts}
