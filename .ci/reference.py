"""Writes the pages of docs/reference that are lists out of the code: ``make reference``.

Events, background jobs, permissions, figures and scenes each say themselves what they are; the
pages only gather that. A test fails when a page lacks a name or tells of one that is gone.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "architecture")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kulisy.config.settings_test")

import django  # noqa: E402 - the settings are named first

django.setup()

from django.apps import apps  # noqa: E402 - models are there from here on
from django.utils.module_loading import autodiscover_modules  # noqa: E402 - as above
from django.utils.translation import override  # noqa: E402 - as above

from kulisy.kernel import demo, figures, jobs, news  # noqa: E402 - as above

MADE = "<!-- Written by `make reference` out of the code; change it there. -->"


def table(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [headings, tuple("---" for _ in headings), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


def promise(thing: object) -> str:
    """The first sentence of its docstring, on one line."""
    words = " ".join((thing.__doc__ or "").split("\n\n")[0].split())
    return "" if words.startswith(f"{getattr(thing, '__name__', '')}(") else words.replace("|", "/")


def every_event(kind: type[news.Event] = news.Event) -> list[type[news.Event]]:
    found = []
    for sub in kind.__subclasses__():
        if ".tests." not in sub.__module__:
            found.append(sub)
        found += every_event(sub)
    return found


def events() -> str:
    rows = []
    for event in every_event():
        app = event.__module__.split(".")[1]
        carries = ", ".join(f"`{name}`" for name in event.__dataclass_fields__)
        rows.append((f"`{app}.{event.__name__}`", promise(event), carries))
    return table(("event", "what happened", "what it carries"), sorted(rows))


def permissions() -> str:
    rows = []
    with override("en"):
        for model in apps.get_models():
            if model.__module__.startswith("kulisy."):
                app = model._meta.app_label
                rows += [(f"`{app}.{code}`", str(name)) for code, name in model._meta.permissions]
    return table(("permission", "lets its holder"), sorted(rows))


def registered(heading: str, known: dict[str, object]) -> str:
    rows = [
        (f"`{name}`", promise(known[name]), f"`{known[name].__module__}`") for name in sorted(known)
    ]
    return table((heading, "what it does", "where"), rows)


def scenes() -> str:
    autodiscover_modules("demo")
    rows = [
        (f"`{name}`", " ".join(filter(None, (promise(act) for act in demo.acts(name)))))
        for name in demo.scenes()
    ]
    return table(("scene", "its acts"), rows)


PAGES = {
    "events": (
        "Events",
        "What apps tell one another: [one way](../explanation/one-way.md).",
        events,
    ),
    "jobs": (
        "Background jobs",
        "Work that `kulisy worker` does. Each run has a row that says how far it is.",
        lambda: registered("job", jobs._works),  # noqa: SLF001 - the list itself, for this page only
    ),
    "permissions": (
        "Permissions",
        "Beside Django's four of every model (view, add, change, delete).",
        permissions,
    ),
    "figures": (
        "Figures",
        "Numbers that a centre answers for; each can be counted again.",
        lambda: registered("figure", figures._counts),  # noqa: SLF001 - as above
    ),
    "scenes": ("Scenes of the demo", "`kulisy demo --scene NAME` plays one.", scenes),
}


def main() -> None:
    for name, (title, opening, body) in PAGES.items():
        page = ROOT / "docs" / "reference" / f"{name}.md"
        page.write_text(f"# {title}\n\n{MADE}\n\n{opening}\n\n{body()}", "utf-8")
        print(page.relative_to(ROOT))


if __name__ == "__main__":
    main()
