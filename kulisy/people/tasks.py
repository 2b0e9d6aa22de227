"""Work of ``people`` in the background."""

from kulisy.kernel.jobs import job
from kulisy.people import mails
from kulisy.people.models import Invitation


@job("people.send_invitation")
def send_invitation(*, invitation_id: int) -> None:
    """Send the invitation as it stands. Run twice, it sends the same link twice: harmless."""
    invitation = Invitation.objects.filter(
        pk=invitation_id, accepted_at=None, withdrawn_at=None
    ).first()
    if invitation is not None:
        mails.invitation_message(invitation).send()
