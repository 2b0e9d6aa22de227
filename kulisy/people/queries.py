"""Reads about accounts, their roles and invitations."""

from collections.abc import Iterable
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Site

from kulisy.people import tokens
from kulisy.people.models import Account, Invitation
from kulisy.people.rules import Role, needs_second_factor


@dataclass(frozen=True)
class Row:
    """One line of the list of people."""

    account: Account
    roles: list[Role]
    has_second_factor: bool
    needs_second_factor: bool


def roles_of(account: Account) -> list[Role]:
    """The roles of the account, in the order of the table of roles."""
    names = {group.name for group in account.groups.all()}
    return [role for role in Role if role.value in names]


def has_role(account: Account, *roles: Role) -> bool:
    """Whether the account has any of the roles. A closed account has none."""
    if not account.is_active:
        return False
    return account.groups.filter(name__in=[role.value for role in roles]).exists()


def accounts_with_role(*roles: Role) -> QuerySet[Account]:
    """Accounts that can log in and have any of the roles, each once, by name."""
    return Account.objects.filter(
        is_active=True, groups__name__in=[role.value for role in roles]
    ).distinct()


def account_by_id(pk: int) -> Account | None:
    """The account, or None when there is none."""
    return Account.objects.filter(pk=pk).first()


def account_by_email(email: str) -> Account | None:
    """The account of this address, however it is spelt, or None."""
    return Account.objects.filter(email__iexact=email.strip()).first()


def names_of(ids: Iterable[int | None]) -> dict[int, str]:
    """Names for ids, as for the history of changes; one query for all."""
    wanted = {pk for pk in ids if pk is not None}
    return {account.pk: str(account) for account in Account.objects.filter(pk__in=wanted)}


def _second_factors() -> Exists:
    return Exists(
        Authenticator.objects.filter(user_id=OuterRef("pk"), type=Authenticator.Type.TOTP)
    )


def has_second_factor(account: Account) -> bool:
    """Whether the account logs in with an authenticator application."""
    return Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.TOTP).exists()


def second_factor_is_due(account: Account) -> bool:
    """Whether the account's roles demand a second factor on this installation."""
    return settings.SECOND_FACTOR_OBLIGATORY and needs_second_factor(
        roles_of(account), is_superuser=account.is_superuser
    )


def must_set_second_factor(account: Account) -> bool:
    """Whether the account has still to set up the second factor that its roles demand."""
    return second_factor_is_due(account) and not has_second_factor(account)


def people(*, words: str = "", role: str = "", closed: bool = False) -> QuerySet[Account]:
    """Accounts by name: those who can log in, or the closed ones."""
    found = Account.objects.filter(is_active=not closed)
    if words:
        found = found.filter(Q(name__icontains=words) | Q(email__icontains=words))
    if role in Role.values:
        found = found.filter(groups__name=role)
    return found.annotate(second_factor=_second_factors()).prefetch_related("groups")


def rows(accounts: Iterable[Account]) -> list[Row]:
    """The lines of the list for accounts found by ``people``."""
    lines = []
    for account in accounts:
        roles = roles_of(account)
        lines.append(
            Row(
                account=account,
                roles=roles,
                has_second_factor=bool(getattr(account, "second_factor", False)),
                needs_second_factor=needs_second_factor(roles, is_superuser=account.is_superuser),
            )
        )
    return lines


def open_invitations() -> QuerySet[Invitation]:
    """Invitations neither accepted nor withdrawn, the latest first; the expired ones too."""
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None)


def invitation_of(token: str) -> Invitation | None:
    """The invitation whose latest message carries this token."""
    if (read := tokens.read(token)) is None:
        return None
    invitation_id, times_sent = read
    return Invitation.objects.filter(pk=invitation_id, times_sent=times_sent).first()


def centre_name() -> str:
    """What the centre calls itself, for messages that leave it."""
    site = Site.objects.filter(is_default_site=True).first()
    return (site.site_name if site else "") or settings.WAGTAIL_SITE_NAME
