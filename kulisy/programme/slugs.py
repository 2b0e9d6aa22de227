"""Addresses made of titles, so that a link can be read aloud."""

from anyascii import anyascii
from django.db.models import Model
from django.utils.text import slugify

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
