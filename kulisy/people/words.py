"""Sentences of ``people`` shown to people."""

from enum import Enum
from typing import Any

from django.utils.translation import gettext_lazy as _

from kulisy.people.rules import Refusal

SORRY: dict[Enum, Any] = {
    Refusal.ADDRESS_TAKEN: _(
        "Somebody with this e-mail address has an account already. "
        "Find them on the list and give them a role there."
    ),
    Refusal.NO_ROLE: _("Choose at least one role, so that the person sees what they work with."),
    Refusal.INVITATION_UNKNOWN: _(
        "This address does not lead to any invitation. Perhaps a part of it was cut off, or a "
        "later message replaced it. Open it from the latest message, or ask for a fresh invitation."
    ),
    Refusal.INVITATION_EXPIRED: _(
        "This invitation was valid for seven days and they have passed. "
        "Ask the person who invited you to send it again."
    ),
    Refusal.INVITATION_USED: _(
        "This invitation has been used: the account exists. Log in with your e-mail address."
    ),
    Refusal.INVITATION_WITHDRAWN: _(
        "This invitation has been withdrawn. If you think it is a mistake, ask at the centre."
    ),
    Refusal.OWN_ACCOUNT: _(
        "You cannot do this to your own account. Ask another director of the centre."
    ),
    Refusal.LAST_DIRECTOR: _(
        "This is the only director who can log in. Give the role to somebody else first; "
        "otherwise nobody could invite people any more."
    ),
}

# What the audit trail calls each action, for the history of a person.
DONE = {
    "people.open_account": _("account opened"),
    "people.accept_invitation": _("invitation accepted"),
    "people.give_role": _("role given"),
    "people.take_role": _("role taken away"),
    "people.close_account": _("account closed"),
    "people.reopen_account": _("account opened again"),
    "people.remove_second_factor": _("second factor removed"),
}

SET_IT_UP = _(
    "Your role lets you see data of children, so you log in with a second factor. "
    "Set it up now; it takes two minutes."
)
