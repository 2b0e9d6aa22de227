"""What this app lets the roles do."""

from kulisy.people.api import Role, grant, grant_files

SPINE = ("activity", "occurrence", "recurrence", "group")
PEOPLE = ("contributor", "organisation", "signset")
LISTS = (
    "activitykind",
    "k07line",
    "section",
    "audience",
    "accessibilityfeature",
    "season",
    "schoolbreak",
)
VERBS = ("view", "add", "change", "delete")
PICTURES = ("add_image", "change_image", "choose_image")


def _named(models: tuple[str, ...], *verbs: str) -> list[str]:
    return [f"programme.{verb}_{model}" for model in models for verb in verbs]


for role in (Role.DIRECTOR, Role.PROGRAMME_EDITOR):
    grant(role, *_named((*SPINE, *PEOPLE, *LISTS), *VERBS))
# Whoever writes the texts enters the events; the lists behind them are the editor's.
grant(
    Role.PROMOTION,
    *_named(SPINE, "view", "add", "change"),
    *_named(PEOPLE, "view", "add", "change"),
)
# To correct alternative texts and what a date offers; adding events is not this role's.
grant(
    Role.ACCESSIBILITY,
    *_named(SPINE, "view", "change"),
    *_named(("accessibilityfeature",), *VERBS),
)
# They answer the telephone, prepare the hall and count: they see all of it and change nothing.
for role in (Role.FRONT_DESK, Role.TECHNICIAN, Role.ACCOUNTANT):
    grant(role, *_named(SPINE, "view"))
# An instructor sees only their own groups and dates, by a page of their own: no grant here.

for role in (Role.DIRECTOR, Role.PROGRAMME_EDITOR, Role.PROMOTION, Role.ACCESSIBILITY):
    grant_files(role, *(f"wagtailimages.{name}" for name in PICTURES))
    grant_files(
        role,
        "wagtaildocs.add_document",
        "wagtaildocs.change_document",
        "wagtaildocs.choose_document",
    )
