"""Addresses made of names, so that a link can be read aloud."""

from collections.abc import Sequence
from typing import Any

from anyascii import anyascii
from django.db.models import Model
from django.utils.text import slugify
from wagtail.admin.forms.models import WagtailAdminModelForm

from kulisy.ui.seen import SeenForm

LONGEST = 100


def slug_for(name: str, model: type[Model], *, fallback: str) -> str:
    """An address nobody has yet: the name in plain letters, with a number if it is taken."""
    plain = _plain(name, model, fallback)
    taken = set(
        model._default_manager.filter(slug__startswith=plain).values_list("slug", flat=True)
    )
    if plain not in taken:
        return plain
    number = 2
    while f"{plain}-{number}" in taken:
        number += 1
    return f"{plain}-{number}"


def slugs_for(names: Sequence[str], model: type[Model], *, fallback: str) -> list[str]:
    """An address for each name that nobody has yet, in a query or two for them all."""
    plain = [_plain(name, model, fallback) for name in names]
    number = dict.fromkeys(plain, 1)
    taken = _taken(set(plain), model)
    found = []
    for stem in plain:
        slug = stem
        while slug in taken:
            number[stem] += 1
            slug = f"{stem}-{number[stem]}"
            if slug not in taken and _taken({slug}, model):
                taken.add(slug)
        taken.add(slug)
        found.append(slug)
    return found


def _plain(name: str, model: type[Model], fallback: str) -> str:
    field: Any = model._meta.get_field("slug")
    # Four letters are left for the number.
    return slugify(anyascii(name))[: min(LONGEST, field.max_length - 4)].strip("-") or fallback


def _taken(slugs: set[str], model: type[Model]) -> set[str]:
    return set(model._default_manager.filter(slug__in=slugs).values_list("slug", flat=True))


class AddressedForm(SeenForm, WagtailAdminModelForm):
    """Makes the address of the name, once: nobody invents one, and links survive a new name."""

    fallback = "wpis"

    def _post_clean(self) -> None:
        row = self.instance
        if hasattr(row, "slug") and not row.slug:
            name = self.cleaned_data.get("title") or self.cleaned_data.get("name") or ""
            row.slug = slug_for(name, type(row), fallback=self.fallback)
        super()._post_clean()
