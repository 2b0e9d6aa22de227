"""The page types of the site. The calendar and everything on records is composed by the views."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from kulisy.media.api import Picture
from kulisy.ui.blocks import ArticleBlock

NEWS_ON_A_PAGE = 12


class HomePage(Page):  # type: ignore[django-manager-missing]  # untyped Wagtail
    """The front: today, this week, classes and news are composed; only the lead is written."""

    lead = models.CharField(
        _("sentence under today's date"),
        max_length=250,
        blank=True,
        help_text=_("Leave it empty unless there is something to say to everybody."),
    )

    content_panels: list[Any] = [*Page.content_panels, FieldPanel("lead")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["website.NewsIndex", "website.ContentPage", "website.ContactPage"]
    max_count: Any = 1
    template = "website/home.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")


class ContentPage(Page):  # type: ignore[django-manager-missing]  # untyped Wagtail
    """A free page: about the centre, rules, the accessibility declaration."""

    lead = models.CharField(_("lead"), max_length=300, blank=True)
    body = StreamField(ArticleBlock(), verbose_name=_("text"), blank=True)

    content_panels: list[Any] = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]
    parent_page_types = ["website.HomePage", "website.ContentPage"]
    subpage_types = ["website.ContentPage"]
    template = "website/content_page.html"

    class Meta:
        verbose_name = _("page with text")
        verbose_name_plural = _("pages with text")


class ContactPage(Page):  # type: ignore[django-manager-missing]  # untyped Wagtail
    """Address, telephone and hours come from the venues; the text says the rest."""

    lead = models.CharField(_("lead"), max_length=300, blank=True)
    body = StreamField(ArticleBlock(), verbose_name=_("text"), blank=True)

    content_panels: list[Any] = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    parent_page_types = ["website.HomePage"]
    subpage_types: list[str] = []
    max_count: Any = 1
    template = "website/contact_page.html"

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")


class NewsIndex(Page):  # type: ignore[django-manager-missing]  # untyped Wagtail
    """All news, the latest first."""

    parent_page_types = ["website.HomePage"]
    subpage_types = ["website.NewsPage"]
    max_count: Any = 1
    template = "website/news_index.html"

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        news = NewsPage.objects.child_of(self).live().select_related("picture")
        context["leaf"] = self._leaf(news, request.GET.get("strona", "1"))
        return context

    @staticmethod
    def _leaf(news: models.QuerySet["NewsPage"], number: str) -> Leaf["NewsPage"]:
        return Paginator(news.order_by("-published_on", "-pk"), NEWS_ON_A_PAGE).get_page(number)


class NewsPage(Page):  # type: ignore[django-manager-missing]  # untyped Wagtail
    """One piece of news."""

    published_on = models.DateField(_("day"), default=timezone.localdate)
    lead = models.CharField(_("lead"), max_length=300)
    picture = models.ForeignKey(
        Picture,
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture_alt = models.CharField(
        _("alternative text of the picture"),
        max_length=250,
        blank=True,
        help_text=_("What somebody who does not see the picture should know."),
    )
    picture_is_decorative = models.BooleanField(_("the picture only decorates"), default=False)
    body = StreamField(ArticleBlock(), verbose_name=_("text"), blank=True)

    content_panels: list[Any] = [
        *Page.content_panels,
        FieldPanel("published_on"),
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldPanel("picture"),
                FieldPanel("picture_alt"),
                FieldPanel("picture_is_decorative"),
            ],
            heading=_("Picture"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]
    parent_page_types = ["website.NewsIndex"]
    subpage_types: list[str] = []
    template = "website/news_page.html"

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")
        indexes = [models.Index(fields=["-published_on"], name="news_latest")]

    def clean(self) -> None:
        super().clean()
        if self.picture_id and not self.picture_is_decorative and not self.picture_alt.strip():
            raise ValidationError(
                {
                    "picture_alt": _(
                        "Describe the picture in a sentence, or mark that it only decorates."
                    )
                }
            )
