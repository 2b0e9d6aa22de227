"""What the pages share: Wagtail's frame around them, refusals as sentences, rooms offered."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kulisy.kernel.errors import Refused
from kulisy.kernel.time import WARSAW
from kulisy.programme import words
from kulisy.programme.models import Activity
from kulisy.programme.rules import Refusal
from kulisy.recurrence import api as recurrence
from kulisy.venues import api as venues

# The answer to a form that was understood and not carried out: what was typed is on the page.
NOT_DONE = 422


def frame(title: str, *, activity: Activity | None = None) -> dict[str, Any]:
    """Title and the way back, through the activity when the page is about one."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Today")}]
    if activity is not None:
        listing = (
            "programme_classes:index" if activity.kind.is_regular else "programme_activity:index"
        )
        label = _("Classes") if activity.kind.is_regular else _("Events")
        crumbs.append({"url": reverse(listing), "label": label})
        crumbs.append(
            {"url": reverse("programme_activity:edit", args=[activity.pk]), "label": activity.title}
        )
    crumbs.append({"url": "", "label": title})
    heading = f"{activity.title}: {title}" if activity else title
    return {
        "header_title": heading,
        "header_icon": "calendar-alt",
        "breadcrumbs_items": crumbs,
        "activity": activity,
        "public_path": public_path(activity) if activity else "",
    }


def public_path(activity: Activity) -> str:
    """Where visitors read about it; staff see a draft there before them."""
    return f"/wydarzenia/{activity.slug}/"


def why(no: Refused) -> str:
    """Any refusal that an action of the programme may meet, in whole sentences."""
    if isinstance(no.reason, Refusal):
        return words.sentence(no.reason, no.facts)
    if isinstance(no.reason, recurrence.Refusal):
        return recurrence.sentence(no.reason, no.facts)
    return venues.why_not(no, timezone.now())


def tell_refusal(request: HttpRequest, no: Refused) -> None:
    messages.error(request, why(no))


def told_at_once(form: BaseForm) -> str:
    """All that is wrong with a form that has no page of its own."""
    return " ".join(str(error) for errors in form.errors.values() for error in errors)


def offers(no: Refused) -> list[dict[str, str]]:
    """The rooms and times that are free instead, each as a button that fills the form."""
    now = timezone.now()
    return [
        {
            "label": f"{one.room}: {venues.when(one, now)}",
            "value": "|".join(
                (
                    str(one.room_id),
                    one.stretch.starts_at.isoformat(),
                    one.stretch.ends_at.isoformat(),
                )
            ),
        }
        for one in no.facts.get("alternatives", ())
    ]


def with_choice(posted: QueryDict) -> QueryDict:
    """The form as sent, with the offered room and time in place of the typed ones."""
    try:
        room, begins, over = posted.get("take", "").split("|")
        starts_at = datetime.fromisoformat(begins).astimezone(WARSAW)
        ends_at = datetime.fromisoformat(over).astimezone(WARSAW)
    except ValueError:
        return posted
    taken = posted.copy()
    taken["room"], taken["place"] = room, ""
    taken["day"], taken["starts"] = f"{starts_at:%Y-%m-%d}", f"{starts_at:%H:%M}"
    taken["ends"] = f"{ends_at:%H:%M}"
    taken["last_day"] = f"{ends_at:%Y-%m-%d}" if ends_at.date() != starts_at.date() else ""
    return taken
