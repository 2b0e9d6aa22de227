"""How allauth behaves at a culture centre: nobody signs up, everybody is told things kindly."""

from io import BytesIO
from typing import Any, ClassVar

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kulisy.people import access, queries


class AccountAdapter(DefaultAccountAdapter):
    """Log-in by e-mail for those who were invited."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed. Ask at the centre if it should be open."),
        "email_password_mismatch": _(
            "This e-mail address and this password do not go together. Check both; "
            "if you do not remember the password, ask for a code by e-mail instead."
        ),
        "email_taken": _("This e-mail address belongs to an account already. Write another one."),
        "duplicate_email": _("This is the e-mail address of your account already."),
        "enter_current_password": _("This is not your present password. Write it once more."),
        "incorrect_code": _("This is not the code. Check it, or ask for a new one."),
        "incorrect_password": _("This is not your password. Write it once more."),
        "invalid_password_reset": _("This link has been used or is too old. Ask for a new one."),
        "same_as_current": _("This is the same as before. Write something else."),
        "too_many_login_attempts": _(
            "There were too many attempts with this address. Wait five minutes and try again; "
            "your account is safe."
        ),
        "rate_limited": _("That was too many times in a row. Wait a few minutes and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth passes it
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        if access.may_enter_backstage(request.user):
            return reverse("wagtailadmin_home")
        return reverse("people:home")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 - allauth passes it
        return reverse("people:home")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        super().send_mail(template_prefix, email, {"centre": queries.centre_name(), **context})


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor, with the centre's name in the person's application."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _(
            "This is not the code. It changes every half a minute: "
            "write the one that your application shows now."
        ),
    }

    def get_totp_issuer(self) -> str:
        return queries.centre_name()

    def build_totp_svg(self, url: str) -> str:
        # On white whatever the theme: cameras read dark on light.
        drawn = BytesIO()
        segno.make(url, error="m").save(
            drawn, kind="svg", xmldecl=False, scale=6, border=4, light="#fff"
        )
        return drawn.getvalue().decode()

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        return not queries.second_factor_is_due(authenticator.user)
