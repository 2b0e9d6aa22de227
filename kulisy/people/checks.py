"""What the machine must have for people to log in safely, each with the way out."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as Caution


@register("people")
def demo_stays_at_home(**_asked: Any) -> list[CheckMessage]:
    """The demo's passwords are printed in the documentation."""
    if settings.DEMO and settings.PUBLIC_ADDRESS.startswith("https://"):
        return [
            Error(
                "The demo would be reachable at a public address, with passwords everybody knows.",
                hint="Remove KULISY_DEMO from the environment of the real centre, "
                "or KULISY_ADDRESS from that of the demo.",
                id="people.E001",
            )
        ]
    return []


@register("people", deploy=True)
def mail_is_sent(**_asked: Any) -> list[CheckMessage]:
    """Without mail nobody receives an invitation or a new password."""
    if not settings.MAIL_IS_SENT:
        return [
            Caution(
                f"Messages are not sent; they are written to files in {settings.MAIL_FOLDER}.",
                hint="Set KULISY_SMTP_HOST, KULISY_SMTP_USER and KULISY_SMTP_PASSWORD to those of "
                "the centre's mail. Until then, hand invitations over from the list of people.",
                id="people.W001",
            )
        ]
    return []


@register("people", deploy=True)
def proxies_are_counted(**_asked: Any) -> list[CheckMessage]:
    """Behind a proxy every visitor has the proxy's address, and one attacker locks out all."""
    if settings.BEHIND_TLS and settings.ALLAUTH_TRUSTED_PROXY_COUNT == 0:
        return [
            Caution(
                "The site is behind a proxy, but its number is not known: throttles of log-in "
                "count all visitors as one.",
                hint="Set KULISY_PROXIES=1 when one proxy stands before the site and it sets "
                "X-Forwarded-For.",
                id="people.W002",
            )
        ]
    return []
