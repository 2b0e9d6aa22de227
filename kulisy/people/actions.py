"""Changes to accounts, roles and invitations."""

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from kulisy.kernel import audit, jobs
from kulisy.kernel.errors import Refused
from kulisy.kernel.news import publish
from kulisy.people import queries
from kulisy.people.events import AccountClosed, AccountOpened
from kulisy.people.models import Account, Invitation
from kulisy.people.rules import Refusal, Role, invitation_refusal

__all__ = [
    "accept_invitation",
    "close_account",
    "give_role",
    "invite",
    "open_account",
    "refuse_if_over",
    "remove_second_factor",
    "rename",
    "reopen_account",
    "resend_invitation",
    "take_role",
    "withdraw_invitation",
]


@transaction.atomic
def open_account(
    *,
    email: str,
    name: str,
    roles: Iterable[Role] = (),
    password: str | None = None,
    by: Account | None,
) -> Account:
    """An account for an address that is known to be the person's: by invitation, import or demo."""
    if queries.account_by_email(email):
        raise Refused(Refusal.ADDRESS_TAKEN)
    roles = list(roles)
    account = Account.objects.create_user(email, password, name=name.strip(), is_staff=bool(roles))
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    audit.record(by=by, verb="people.open_account", subject=account)
    for role in roles:
        give_role(account=account, role=role, by=by)
    publish(AccountOpened(account_id=account.pk))
    return account


@transaction.atomic
def invite(*, email: str, name: str, roles: Iterable[Role], by: Account | None) -> Invitation:
    """Ask somebody to open an account. A second one to the same address replaces the first."""
    chosen = [role.value for role in Role if role in set(roles)]
    if not chosen:
        raise Refused(Refusal.NO_ROLE)
    email = email.strip().lower()
    if queries.account_by_email(email):
        raise Refused(Refusal.ADDRESS_TAKEN)
    for earlier in queries.open_invitations().select_for_update().filter(email=email):
        withdraw_invitation(invitation=earlier, by=by)
    invitation = Invitation.objects.create(
        email=email,
        name=name.strip(),
        roles=chosen,
        by_id=by.pk if by else None,
        sent_at=timezone.now(),
    )
    audit.record(by=by, verb="people.invite", subject=invitation, changes={"roles": [[], chosen]})
    jobs.later("people.send_invitation", by_id=invitation.by_id, invitation_id=invitation.pk)
    return invitation


@transaction.atomic
def resend_invitation(*, invitation: Invitation, by: Account | None) -> Invitation:
    """Send the message once more, valid for another seven days; the earlier link stops working."""
    invitation = _open_invitation(invitation.pk, even_expired=True)
    invitation.sent_at = timezone.now()
    invitation.times_sent += 1
    invitation.save(update_fields=["sent_at", "times_sent"])
    audit.record(by=by, verb="people.resend_invitation", subject=invitation)
    jobs.later("people.send_invitation", by_id=by.pk if by else None, invitation_id=invitation.pk)
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: Account | None) -> None:
    """The link stops working at once."""
    invitation = _open_invitation(invitation.pk, even_expired=True)
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    audit.record(by=by, verb="people.withdraw_invitation", subject=invitation)


@transaction.atomic
def accept_invitation(*, invitation: Invitation, name: str, password: str) -> Account:
    """Open the invited account. The link works once, also for two clicks at the same moment."""
    invitation = _open_invitation(invitation.pk)
    account = open_account(
        email=invitation.email,
        name=name or invitation.name,
        roles=[Role(role) for role in invitation.roles if role in Role.values],
        password=password,
        by=None,
    )
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    audit.record(by=account, verb="people.accept_invitation", subject=account)
    return account


def refuse_if_over(invitation: Invitation, *, even_expired: bool = False) -> None:
    """Say no when the invitation was used, withdrawn or, unless ``even_expired``, is too old."""
    no = invitation_refusal(
        sent_at=invitation.sent_at,
        accepted_at=invitation.accepted_at,
        withdrawn_at=invitation.withdrawn_at,
        now=timezone.now(),
    )
    if no and not (even_expired and no is Refusal.INVITATION_EXPIRED):
        raise Refused(no)


def _open_invitation(pk: int, *, even_expired: bool = False) -> Invitation:
    # Under a lock: the second of two acceptances must read what the first one wrote.
    invitation = Invitation.objects.select_for_update().get(pk=pk)
    refuse_if_over(invitation, even_expired=even_expired)
    return invitation


@transaction.atomic
def give_role(*, account: Account, role: Role, by: Account | None) -> None:
    """Let the account do what the role may. Giving it twice changes nothing."""
    if role in queries.roles_of(account):
        return
    account.groups.add(Group.objects.get_or_create(name=role.value)[0])
    _forget(account)
    if not account.is_staff:
        account.is_staff = True
        account.save(update_fields=["is_staff"])
    audit.record(
        by=by, verb="people.give_role", subject=account, changes={"role": [None, role.value]}
    )


@transaction.atomic
def take_role(*, account: Account, role: Role, by: Account | None) -> None:
    """End the role. One director always remains, and nobody takes it from themselves."""
    if role not in queries.roles_of(account):
        return
    if role is Role.DIRECTOR:
        _spare_director(account, by=by)
    account.groups.remove(Group.objects.get(name=role.value))
    _forget(account)
    audit.record(
        by=by, verb="people.take_role", subject=account, changes={"role": [role.value, None]}
    )


@transaction.atomic
def close_account(*, account: Account, by: Account | None) -> None:
    """End log-in at once, open sessions included; what the person did stays in the history."""
    if not account.is_active:
        return
    if by is not None and by.pk == account.pk:
        raise Refused(Refusal.OWN_ACCOUNT)
    if Role.DIRECTOR in queries.roles_of(account):
        _spare_director(account, by=by)
    # A session of an account that may not log in reads as nobody's from the next request on.
    account.is_active = False
    account.save(update_fields=["is_active"])
    audit.record(by=by, verb="people.close_account", subject=account)
    publish(AccountClosed(account_id=account.pk))


@transaction.atomic
def reopen_account(*, account: Account, by: Account | None) -> None:
    """Let the person log in again, with the roles and password they had."""
    if account.is_active:
        return
    account.is_active = True
    account.save(update_fields=["is_active"])
    audit.record(by=by, verb="people.reopen_account", subject=account)
    publish(AccountOpened(account_id=account.pk))


def _spare_director(account: Account, *, by: Account | None) -> None:
    if by is not None and by.pk == account.pk:
        raise Refused(Refusal.OWN_ACCOUNT)
    # Locked: two directors closing each other at one moment would leave nobody.
    Group.objects.select_for_update().get(name=Role.DIRECTOR.value)
    if not queries.accounts_with_role(Role.DIRECTOR).exclude(pk=account.pk).exists():
        raise Refused(Refusal.LAST_DIRECTOR)


@transaction.atomic
def remove_second_factor(*, account: Account, by: Account | None) -> None:
    """For a lost telephone: the next log-in asks to set the second factor up again."""
    removed, _rows = Authenticator.objects.filter(user_id=account.pk).delete()
    if removed:
        audit.record(by=by, verb="people.remove_second_factor", subject=account)


@transaction.atomic
def rename(*, account: Account, name: str, by: Account | None) -> None:
    """The name under which colleagues and the public see the person."""
    if (name := name.strip()) == account.name:
        return
    account.name = name
    account.save(update_fields=["name"])
    audit.record(by=by, verb="people.rename", subject=account)


def _forget(account: Account) -> None:
    """Drop what the instance remembers of its groups and permissions."""
    getattr(account, "_prefetched_objects_cache", {}).pop("groups", None)
    for remembered in ("_perm_cache", "_user_perm_cache", "_group_perm_cache"):
        account.__dict__.pop(remembered, None)
