"""What this app lets the roles do. The example for others: one such module in each app."""

from kulisy.people.grants import grant
from kulisy.people.rules import Role

# Everybody who works at the centre comes backstage; what they find there is their role's.
for role in Role:
    grant(role, "wagtailadmin.access_admin")

grant(Role.DIRECTOR, "people.manage_people")
