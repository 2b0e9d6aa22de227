"""What this app keeps about a person with an account, and how it is removed."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction

from kulisy.kernel import audit
from kulisy.kernel.news import publish
from kulisy.kernel.privacy import keeper
from kulisy.people import queries
from kulisy.people.events import AccountClosed
from kulisy.people.models import Invitation


def export(account_id: int) -> dict[str, Any]:
    """Everything about the account that is the person's; secrets of log-in are left out."""
    account = queries.account_by_id(account_id)
    if account is None:
        return {}
    return {
        "name": account.name,
        "email": account.email,
        "addresses": list(
            EmailAddress.objects.filter(user_id=account_id).values_list("email", flat=True)
        ),
        "roles": [role.value for role in queries.roles_of(account)],
        "joined_at": account.joined_at.isoformat(),
        "last_login": account.last_login.isoformat() if account.last_login else None,
        "may_log_in": account.is_active,
        "second_factor": queries.has_second_factor(account),
    }


@transaction.atomic
def erase(account_id: int) -> int:
    """Forget who the account was. The nameless row stays, because the history points at it."""
    account = queries.account_by_id(account_id)
    if account is None:
        return 0
    EmailAddress.objects.filter(user_id=account.pk).delete()
    Authenticator.objects.filter(user_id=account.pk).delete()
    Invitation.objects.filter(email=account.email).delete()
    account.groups.clear()
    account.email = f"erased-{account.pk}@invalid"
    account.name = ""
    account.is_active = False
    account.set_unusable_password()
    account.save()
    audit.record(by=None, verb="people.erase_account", subject=account)
    publish(AccountClosed(account_id=account.pk))
    return 1


keeper("people", export=export, erase=erase)
