"""The door of ``people``: what other apps may use."""

from kulisy.people.access import account_acting
from kulisy.people.actions import (
    close_account,
    give_role,
    invite,
    open_account,
    reopen_account,
    take_role,
)
from kulisy.people.grants import grant, grant_files, grant_pages
from kulisy.people.models import Account
from kulisy.people.queries import (
    account_by_email,
    account_by_id,
    accounts_with_role,
    centre_name,
    has_role,
    names_of,
    roles_of,
)
from kulisy.people.roles import sync_roles
from kulisy.people.rules import Role

__all__ = [
    "Account",
    "Role",
    "account_acting",
    "account_by_email",
    "account_by_id",
    "accounts_with_role",
    "centre_name",
    "close_account",
    "give_role",
    "grant",
    "grant_files",
    "grant_pages",
    "has_role",
    "invite",
    "names_of",
    "open_account",
    "reopen_account",
    "roles_of",
    "sync_roles",
    "take_role",
]
