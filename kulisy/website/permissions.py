"""What this app lets the roles do."""

from kulisy.people.api import Role, grant, grant_pages

WRITE = ("wagtailcore.add_page", "wagtailcore.change_page", "wagtailcore.publish_page")

grant(Role.DIRECTOR, "website.change_sitesettings")
for role in (Role.DIRECTOR, Role.PROGRAMME_EDITOR, Role.PROMOTION):
    grant_pages(role, *WRITE)
# The declaration of accessibility is a page, and this role answers for what it says.
grant_pages(Role.ACCESSIBILITY, "wagtailcore.change_page", "wagtailcore.publish_page")
