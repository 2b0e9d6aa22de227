"""Puts the texts of the demo on their pages, with pictures drawn by the program."""

import io
import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from kulisy.kernel.demo import Stage
from kulisy.media import api as media
from kulisy.media.api import Picture
from kulisy.ui import poster_art
from kulisy.venues import api as venues
from kulisy.website import actions
from kulisy.website.context import accent_of
from kulisy.website.demo import declaration, texts
from kulisy.website.demo.texts import Block
from kulisy.website.models import ContactPage, ContentPage, NewsIndex, NewsPage, SiteSettings

CREDIT = "Rysunek programu Kulisy, CC0"


def write_about(stage: Stage) -> None:
    """The page about the centre, and those below it."""
    about = ContentPage.objects.get(slug="o-nas")
    actions.rewrite(about, by=stage.by, lead=texts.ABOUT_LEAD, body=_body(stage, texts.ABOUT))
    for slug, title, lead, blocks in texts.BELOW_ABOUT:
        page = ContentPage(title=title, slug=slug, lead=lead, body=_body(stage, blocks))
        actions.publish_below(about, page, by=stage.by)


def write_contact(stage: Stage) -> None:
    page = ContactPage.objects.get()
    body = _body(stage, texts.CONTACT)
    actions.rewrite(page, by=stage.by, lead=texts.CONTACT_LEAD, body=body)


def write_declaration(stage: Stage) -> None:
    page = ContentPage.objects.get(slug="dostepnosc")
    blocks = declaration.blocks(stage.today)
    actions.rewrite(page, by=stage.by, lead=declaration.LEAD, body=_body(stage, blocks))


def write_news(stage: Stage) -> None:
    """The latest last, as they would have been written."""
    index = NewsIndex.objects.get()
    for piece in reversed(texts.NEWS):
        words, picture = _painted(stage, piece.family, piece.slug)
        page = NewsPage(
            title=piece.title,
            slug=piece.slug,
            lead=piece.lead,
            published_on=stage.today - timedelta(days=piece.days_ago),
            picture=picture,
            picture_alt=words,
            body=_body(stage, piece.blocks),
        )
        actions.publish_below(index, page, by=stage.by)


def write_settings(stage: Stage) -> None:
    del stage
    chosen = SiteSettings.load()
    chosen.declaration_page = ContentPage.objects.get(slug="dostepnosc")
    chosen.bip_url = "https://bip.kasztanowo.example/"
    links = [
        {"label": page.title, "page": page.pk, "address": ""}
        for page in ContentPage.objects.child_of(ContentPage.objects.get(slug="o-nas"))
    ]
    chosen.footer = json.dumps(
        [{"type": "column", "value": {"title": "Dla gości", "links": links}}]
    )
    chosen.save()


def _body(stage: Stage, blocks: Sequence[Block]) -> str:
    """The blocks as the editor would have stored them."""
    return json.dumps(
        [{"type": kind, "value": _value(stage, kind, value)} for kind, value in blocks]
    )


def _value(stage: Stage, kind: str, value: Any) -> Any:
    if kind != "figure":
        return value
    words, picture = _painted(stage, value["family"], value["seed"], ratio="16:9")
    return {
        "picture": {"image": picture.pk, "decorative": False, "alt_text": words},
        "caption": value["caption"],
    }


def _painted(stage: Stage, family: str, seed: str, *, ratio: str = "1.91:1") -> tuple[str, Picture]:
    accent = accent_of(SiteSettings.load(), venues.centre())
    words = poster_art.describe(family, seed, accent=accent)
    file = io.BytesIO()
    image = poster_art.picture(family=family, uid=seed, ratio=ratio, width=960, accent=accent)
    image.save(file, "PNG", optimize=True)
    picture = media.add_picture(
        file=file.getvalue(), name="rysunek.png", description=words, credit=CREDIT, by=stage.by
    )
    return words, picture
