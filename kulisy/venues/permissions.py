"""What this app lets the roles do."""

from kulisy.people.api import Role, grant

PLACES = ("centre", "branch", "venue", "room", "roomfeature", "closedday", "equipment")


def _all(*models: str) -> list[str]:
    return [
        f"venues.{verb}_{model}" for model in models for verb in ("view", "add", "change", "delete")
    ]


ACCESS = ["venues.change_venueaccess", "venues.change_roomaccess"]
BOOK = ["venues.view_booking", "venues.add_booking", "venues.change_booking"]

# Everybody at the centre asks "is the hall free?"; a private title is shown to those who book.
for role in Role:
    grant(role, "venues.view_booking")

grant(Role.DIRECTOR, *_all(*PLACES), *BOOK, *ACCESS)
grant(Role.PROGRAMME_EDITOR, *_all("closedday", "equipment", "room", "roomfeature"), *BOOK, *ACCESS)
grant(Role.FRONT_DESK, *BOOK)
grant(Role.TECHNICIAN, *_all("equipment"), *BOOK)
grant(Role.ACCESSIBILITY, *ACCESS)
