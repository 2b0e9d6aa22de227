"""Sentences of the programme, for people."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kulisy.programme.rules import DEEPEST, LONGEST_DAYS, Refusal

SORRY = {
    Refusal.ENDS_BEFORE_START: _("It would end before it starts. Check the hours and the day."),
    Refusal.TOO_LONG: _(
        "One date may last %(days)s days at most. Is the year right? "
        "For something longer add several dates."
    ),
    Refusal.STATE_DOES_NOT_FOLLOW: _("This cannot be done from the present state: %(state)s."),
    Refusal.REASON_MISSING: _("Give the reason; people who planned to come will read it."),
    Refusal.NOT_READY: _("It cannot be shown yet. It still lacks: %(missing)s."),
    Refusal.CIRCLE: _("An activity cannot be a part of itself or of its own part."),
    Refusal.TOO_DEEP: _("A festival can have %(deepest)s levels of parts, not more."),
    Refusal.SAME_TIME: _("That is the time it has already."),
    Refusal.ALREADY_CANCELLED: _("This date is cancelled. Bring it back first."),
    Refusal.NOTHING_TO_COPY: _("There is nothing in this season to copy."),
    Refusal.COPIED_ALREADY: _("Everything in this season has been copied there already."),
    Refusal.SHOWN_ALREADY: _(
        "People may have seen these dates, so they are cancelled with a reason, not removed."
    ),
}

LACKS = {
    "title": _("a title"),
    "dates": _("at least one date"),
    "picture_alt": _("the alternative text of its picture"),
}


def sentence(refusal: Refusal, facts: dict[str, Any]) -> str:
    """The refusal in a whole sentence."""
    filled = {"days": LONGEST_DAYS, "deepest": DEEPEST, "state": "", "missing": "", **facts}
    if "missing" in facts:
        filled["missing"] = ", ".join(str(LACKS[name]) for name in facts["missing"])
    return str(SORRY[refusal] % filled)
