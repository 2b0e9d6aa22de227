"""Messages that ``people`` sends by itself; those about log-in are sent by allauth."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from kulisy.people import queries, tokens
from kulisy.people.models import Invitation


def invitation_address(invitation: Invitation) -> str:
    """The whole address that opens the account; it works until ``expires_at``."""
    token = tokens.sign(invitation_id=invitation.pk, times_sent=invitation.times_sent)
    with translation.override(settings.LANGUAGE_CODE):
        return settings.PUBLIC_ADDRESS + reverse("people:invitation", args=[token])


def invitation_message(invitation: Invitation) -> EmailMultiAlternatives:
    """The invitation in the language of the centre, as text and as simple HTML."""
    with translation.override(settings.LANGUAGE_CODE):
        facts = {
            "centre": queries.centre_name(),
            "invitation": invitation,
            "address": invitation_address(invitation),
            "inviter": queries.names_of([invitation.by_id]).get(invitation.by_id or 0, ""),
        }
        subject = render_to_string("people/mail/invitation_subject.txt", facts)
        message = EmailMultiAlternatives(
            " ".join(subject.split()),
            render_to_string("people/mail/invitation.txt", facts).strip() + "\n",
            to=[invitation.email],
        )
        message.attach_alternative(
            render_to_string("people/mail/invitation.html", facts), "text/html"
        )
    return message
