"""The signed part of an invitation's address. Sending again makes the earlier address useless."""

from django.core import signing

SALT = "kulisy.people.invitation"


def sign(*, invitation_id: int, times_sent: int) -> str:
    """A token that only this installation can have made."""
    return signing.dumps([invitation_id, times_sent], salt=SALT)


def read(token: str) -> tuple[int, int] | None:
    """The invitation and the sending the token was made for; None if it was changed.

    Its age is not asked here: the row knows when it was last sent, and can say so in a sentence.
    """
    try:
        payload = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    invitation_id, times_sent = payload
    return int(invitation_id), int(times_sent)
