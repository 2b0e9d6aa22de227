"""From an id or a token to a row, or nothing: the only way for a view to get one."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from kulisy.kernel.errors import Refused
from kulisy.people import queries
from kulisy.people.models import Account, Invitation
from kulisy.people.rules import Refusal

MANAGE = "people.manage_people"


def may_manage_people(account: Account) -> bool:
    """Whether the account may invite people, give roles and close accounts."""
    return account.has_perm(MANAGE)


def may_enter_backstage(account: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether the account works at the centre; somebody else's next page is their own account."""
    return isinstance(account, Account) and account.has_perm("wagtailadmin.access_admin")


def account_acting(request: HttpRequest) -> Account:
    """Who is logged in. The view is behind log-in already."""
    account = request.user
    if not isinstance(account, Account):
        raise PermissionDenied
    return account


def person(pk: int) -> Account:
    """Anybody with an account, closed ones too."""
    return get_object_or_404(Account, pk=pk)


def invitation(pk: int) -> Invitation:
    """An invitation still waiting for its answer."""
    return get_object_or_404(queries.open_invitations(), pk=pk)


def invitation_behind(token: str) -> Invitation:
    """The invitation of the address that was opened, or the reason why there is none."""
    if (found := queries.invitation_of(token)) is None:
        raise Refused(Refusal.INVITATION_UNKNOWN)
    return found
