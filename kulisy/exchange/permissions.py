"""What this app lets the roles do."""

from kulisy.people.api import Role, grant

for role in (Role.DIRECTOR, Role.PROGRAMME_EDITOR):
    grant(role, *(f"exchange.{verb}_importsource" for verb in ("view", "add", "change", "delete")))
