"""What the centre sets about its site: colour, logo, links at the bottom."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Page

from kulisy.media.api import Picture
from kulisy.ui import colour


class FooterLinkBlock(blocks.StructBlock):
    """A page of this site or an address elsewhere."""

    label = blocks.CharBlock(label=_("Words"), max_length=80)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.URLBlock(label=_("Or address"), required=False)

    class Meta:
        icon = "link"
        label = _("Link")


class FooterColumnBlock(blocks.StructBlock):
    """A titled list of links at the bottom of every page."""

    title = blocks.CharBlock(label=_("Title"), max_length=60)
    links = blocks.ListBlock(FooterLinkBlock(), label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("Column")


def accent_that_can_be_read(text: str) -> None:
    """Refuses a colour too pale for text on white paper, and names the nearest that is not."""
    try:
        nearest = colour.nearest_allowed(text, *colour.LIGHT_GROUNDS)
    except colour.NotAColour:
        raise ValidationError(_("Write the colour as # and six digits, such as #8c1737.")) from None
    if nearest != colour.parse_hex(text).hex:
        raise ValidationError(
            _(
                "Text in %(colour)s could not be read on a light page. "
                "The nearest colour that can be is %(nearest)s."
            ),
            params={"colour": text, "nearest": nearest},
        )


@register_setting(icon="home", order=1)
class SiteSettings(BaseGenericSetting):
    """One row: what is the same on every page."""

    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        blank=True,
        validators=[accent_that_can_be_read],
        help_text=_("Leave it empty to use the colour of the centre."),
    )
    logo = models.ForeignKey(
        Picture,
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown instead of the mark and the name."),
    )
    declaration_page = models.ForeignKey(
        Page,
        verbose_name=_("accessibility declaration"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    bip_url = models.URLField(_("address of the public information bulletin (BIP)"), blank=True)
    footer = StreamField(
        [("column", FooterColumnBlock())], verbose_name=_("links at the bottom"), blank=True
    )

    select_related: Any = ["logo", "declaration_page"]
    panels = [
        FieldPanel("accent"),
        FieldPanel("logo"),
        PageChooserPanel("declaration_page"),
        FieldPanel("bip_url"),
        FieldPanel("footer"),
    ]

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")
