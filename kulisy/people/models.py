"""Accounts: who may log in, and who was asked to. A person who only takes part needs none."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from kulisy.people.rules import INVITATION_LASTS, Role


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Account":
        # In small letters: log-in looks the address up exactly, and people type it as they like.
        account = self.model(email=email.strip().lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "Account":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(email__iexact=username)


class Account(AbstractBaseUser, PermissionsMixin):  # type: ignore[django-manager-missing]  # untyped Wagtail pages point here
    """Somebody who can log in, by e-mail address. Never deleted while history names it: closed."""

    email = models.EmailField(_("e-mail address"), max_length=254, unique=True)
    name = models.CharField(_("full name"), max_length=150)
    is_active = models.BooleanField(_("may log in"), default=True)
    is_staff = models.BooleanField(_("works at the centre"), default=False)
    joined_at = models.DateTimeField(_("joined"), auto_now_add=True)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["name", "pk"]
        permissions = [("manage_people", _("May invite people, give roles and close accounts"))]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_account_per_email",
                violation_error_message=_("An account with this e-mail address exists already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split(" ")[0] if self.name else self.email


class Invitation(models.Model):
    """Somebody asked to open an account. The link in the message is signed, not kept here."""

    email = models.EmailField(_("e-mail address"), max_length=254)
    name = models.CharField(_("full name"), max_length=150)
    roles = models.JSONField(_("roles"), default=list)
    by_id = models.BigIntegerField(null=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField()
    times_sent = models.PositiveSmallIntegerField(default=1)
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            # Two clicks on "Invite" must not send two links to one person.
            models.UniqueConstraint(
                "email",
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="one_open_invitation_per_email",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def expires_at(self) -> datetime:
        """When the link stops working, unless it is sent again."""
        return self.sent_at + INVITATION_LASTS

    @property
    def role_names(self) -> list[str]:
        """The roles as people call them."""
        return [str(Role(role).label) for role in self.roles if role in Role.values]
