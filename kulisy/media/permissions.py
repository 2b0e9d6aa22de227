"""What this app lets the roles do with pictures and documents."""

from kulisy.people.api import Role, grant_files

_SEE = ("wagtailimages.choose_image", "wagtaildocs.choose_document")
_ADD = ("wagtailimages.add_image", "wagtaildocs.add_document")
_KEEP = (
    "wagtailimages.change_image",
    "wagtailimages.delete_image",
    "wagtaildocs.change_document",
    "wagtaildocs.delete_document",
)

for role in (Role.DIRECTOR, Role.PROGRAMME_EDITOR, Role.PROMOTION):
    grant_files(role, *_SEE, *_ADD, *_KEEP)
# They add what they photographed and change their own; other people's stays as it is.
for role in (Role.INSTRUCTOR, Role.FRONT_DESK, Role.TECHNICIAN):
    grant_files(role, *_SEE, *_ADD)
# Alternative text is written by whoever knows how; deleting is not part of that.
grant_files(Role.ACCESSIBILITY, *_SEE, *_ADD, "wagtailimages.change_image")
