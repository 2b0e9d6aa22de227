"""Addresses made of titles, so that a link can be read aloud."""

from collections.abc import Sequence

from anyascii import anyascii
from django.db.models import Model
from django.utils.text import slugify

from kulisy.programme.models import Activity

LONGEST = 100


def slug_for(title: str, model: type[Model], *, fallback: str) -> str:
    """An address nobody has yet: the title in plain letters, with a number if it is taken."""
    plain = slugify(anyascii(title))[:LONGEST].strip("-") or fallback
    taken = set(
        model._default_manager.filter(slug__startswith=plain).values_list("slug", flat=True)
    )
    if plain not in taken:
        return plain
    number = 2
    while f"{plain}-{number}" in taken:
        number += 1
    return f"{plain}-{number}"


def slugs_for(titles: Sequence[str], *, fallback: str) -> list[str]:
    """An address for each activity's title that nobody has yet, in a query or two for them all."""
    plain = [slugify(anyascii(title))[:LONGEST].strip("-") or fallback for title in titles]
    number = dict.fromkeys(plain, 1)
    taken = _taken(set(plain))
    found = []
    for stem in plain:
        slug = stem
        while slug in taken:
            number[stem] += 1
            slug = f"{stem}-{number[stem]}"
            if slug not in taken and _taken({slug}):
                taken.add(slug)
        taken.add(slug)
        found.append(slug)
    return found


def _taken(slugs: set[str]) -> set[str]:
    return set(Activity.objects.filter(slug__in=slugs).values_list("slug", flat=True))
