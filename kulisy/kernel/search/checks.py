"""What search needs of the machine."""

from typing import Any

from django.core import checks
from django.core.checks import CheckMessage, register

from kulisy.kernel.search import analysis


@register("search", deploy=True)
def polish_dictionary_is_installed(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:  # noqa: ARG001 - Django passes them to every check
    if analysis.has_dictionary():
        return []
    return [
        checks.Warning(
            "Search guesses Polish inflection from endings: the dictionary Morfeusz is missing.",
            hint="Install it (pip install morfeusz2) where it exists for the machine, then run "
            "kulisy reindex. It does not exist for Linux on ARM processors.",
            id="search.W001",
        )
    ]
