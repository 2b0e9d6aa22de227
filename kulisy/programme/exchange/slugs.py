"""Addresses for many titles at once, in a query or two instead of one for each."""

from collections.abc import Sequence

from anyascii import anyascii
from django.utils.text import slugify

from kulisy.programme.models import Activity
from kulisy.programme.slugs import LONGEST


def slugs_for(titles: Sequence[str]) -> list[str]:
    """An address for each title that nobody has yet, with a number where it is taken."""
    plain = [slugify(anyascii(title))[:LONGEST].strip("-") or "wydarzenie" for title in titles]
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
