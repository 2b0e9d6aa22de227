"""The accessible block set: what staff may put into a text, and nothing that breaks for anybody."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

RICH = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.StructBlock):
    """A heading below the page's own: level 2 or 3, so that no level is skipped by accident."""

    text = blocks.CharBlock(label=_("Text"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", pgettext_lazy("text", "Section")), ("3", _("Sub-section"))],
        default="2",
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "ui/blocks/heading.html"


class FigureBlock(blocks.StructBlock):
    """A picture with its alternative text (or marked as decoration) and a caption."""

    picture = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=250, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "ui/blocks/figure.html"


class LinkBlock(blocks.StructBlock):
    """A prominent link whose words say where it leads."""

    text = blocks.CharBlock(label=_("Words of the link"), max_length=80)
    address = blocks.URLBlock(label=_("Address"))

    VAGUE = frozenset(
        {"tutaj", "tu", "kliknij", "kliknij tutaj", "więcej", "link", "here", "click here", "more"}
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["text"].strip().lower().rstrip(".") in self.VAGUE:
            raise blocks.StructBlockValidationError(
                block_errors={
                    "text": ValidationError(
                        _("Say where the link leads: people who hear only the links need to know.")
                    )
                }
            )
        return cleaned

    class Meta:
        icon = "link"
        label = _("Link")
        template = "ui/blocks/link.html"


class TableBlock(blocks.StructBlock):
    """A table with a caption and a header row, typed as lines with | between the cells."""

    caption = blocks.CharBlock(label=_("What the table shows"), max_length=150)
    rows = blocks.TextBlock(
        label=_("Rows"),
        help_text=_("A line is a row, | stands between cells; the first line holds the headings."),
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        lines = [line for line in value["rows"].splitlines() if line.strip()]
        cells = [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines]
        context["head"], context["body"] = (cells[0], cells[1:]) if cells else ([], [])
        return context

    class Meta:
        icon = "table"
        label = _("Table")
        template = "ui/blocks/table.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words and whose they are."""

    text = blocks.TextBlock(label=_("Words"))
    source = blocks.CharBlock(label=_("Who said them"), max_length=150, required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "ui/blocks/quote.html"


class ArticleBlock(blocks.StreamBlock):
    """What a description or a page is made of."""

    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(label=_("Paragraph"), features=RICH)
    figure = FigureBlock()
    quote = QuoteBlock()
    table = TableBlock()
    link = LinkBlock()

    class Meta:
        required = False
