"""Forms of log-in and of the list of people. Labels stand above fields, never inside them."""

from typing import Any, ClassVar

from allauth.account import forms as account_forms
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.functional import lazystr
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kulisy.people.models import Account
from kulisy.people.rules import Role


def password_hint() -> str:
    """What a password needs, as one sentence after another rather than a list of bullets."""
    return " ".join(str(line) for line in password_validation.password_validators_help_texts())


class Plain:
    """Gives allauth's fields our labels and hints, and takes the placeholders away."""

    labels: ClassVar[dict[str, Any]] = {}
    hints: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]  # a form is mixed in
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")


class LoginForm(Plain, account_forms.LoginForm):
    labels: ClassVar[dict[str, Any]] = {
        "login": _("E-mail address"),
        "password": _("Password"),
        "remember": _("Remember me on this device"),
    }
    hints: ClassVar[dict[str, Any]] = {
        "remember": _("Not on a computer that others use."),
    }


class RequestLoginCodeForm(Plain, account_forms.RequestLoginCodeForm):
    labels: ClassVar[dict[str, Any]] = {"email": _("E-mail address")}


class ConfirmLoginCodeForm(Plain, account_forms.ConfirmLoginCodeForm):
    labels: ClassVar[dict[str, Any]] = {"code": _("Code from the message")}


class ResetPasswordForm(Plain, account_forms.ResetPasswordForm):
    labels: ClassVar[dict[str, Any]] = {"email": _("E-mail address")}


class ResetPasswordKeyForm(Plain, account_forms.ResetPasswordKeyForm):
    labels: ClassVar[dict[str, Any]] = {
        "password1": _("New password"),
        "password2": _("New password once more"),
    }
    hints: ClassVar[dict[str, Any]] = {"password1": lazystr(password_hint())}


class ChangePasswordForm(Plain, account_forms.ChangePasswordForm):
    labels: ClassVar[dict[str, Any]] = {
        "oldpassword": _("Present password"),
        "password1": _("New password"),
        "password2": _("New password once more"),
    }


class SetPasswordForm(Plain, account_forms.SetPasswordForm):
    labels: ClassVar[dict[str, Any]] = {
        "password1": _("New password"),
        "password2": _("New password once more"),
    }


class AddEmailForm(Plain, account_forms.AddEmailForm):
    labels: ClassVar[dict[str, Any]] = {"email": _("New e-mail address")}


class ReauthenticateForm(Plain, account_forms.ReauthenticateForm):
    labels: ClassVar[dict[str, Any]] = {"password": _("Password")}


class SecondFactorForm(Plain, mfa_forms.AuthenticateForm):
    labels: ClassVar[dict[str, Any]] = {"code": _("Code")}


class SecondFactorAgainForm(Plain, mfa_forms.ReauthenticateForm):
    labels: ClassVar[dict[str, Any]] = {"code": _("Code")}


class ActivateSecondFactorForm(Plain, totp_forms.ActivateTOTPForm):
    labels: ClassVar[dict[str, Any]] = {"code": _("Code that the application shows")}


class AcceptInvitationForm(forms.Form):
    """The name and the first password of an invited person."""

    name = forms.CharField(label=_("First name and surname"), max_length=150)
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Password once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["password"].help_text = password_hint()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        password, again = cleaned.get("password"), cleaned.get("again")
        if password and again and password != again:
            self.add_error("again", _("This is not the same password. Write it once more."))
        elif password:
            stranger = Account(email=self.email, name=cleaned.get("name", ""))
            try:
                password_validation.validate_password(password, stranger)
            except ValidationError as no:
                self.add_error("password", no)
        return cleaned


class InviteForm(forms.Form):
    """Whom to invite, and to which work."""

    name = forms.CharField(label=_("First name and surname"), max_length=150)
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    roles = forms.TypedMultipleChoiceField(
        label=_("Roles"),
        choices=Role.choices,
        coerce=Role,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A person sees only what belongs to their roles. You can change them later."),
        error_messages={"required": _("Choose at least one role.")},
    )


class RolesForm(forms.Form):
    """The roles of somebody who has an account."""

    roles = forms.TypedMultipleChoiceField(
        label=_("Roles"),
        choices=Role.choices,
        coerce=Role,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class SearchForm(forms.Form):
    """Finds people on the list."""

    q = forms.CharField(label=_("Name or e-mail address"), required=False, max_length=100)
    role = forms.ChoiceField(
        label=_("Role"), required=False, choices=[("", pgettext_lazy("role", "any")), *Role.choices]
    )
    closed = forms.BooleanField(label=_("Closed accounts"), required=False)
