"""States, deeds and histories in the words of the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kulisy.kernel.audit import AuditEntry
from kulisy.people.api import names_of
from kulisy.programme import queries, rules
from kulisy.programme.models import Activity

State = Activity.State
MOST_SHOWN = 200

# (from, to) -> what the button says; the plain ones by the state they lead to.
BUTTONS = {
    State.CONFIRMED: gettext_lazy("Show on the site"),
    State.TENTATIVE: gettext_lazy("Mark as tentative"),
    State.DRAFT: gettext_lazy("Back to a draft"),
    State.POSTPONED: gettext_lazy("Postpone"),
    State.CANCELLED: gettext_lazy("Call off"),
}
BACK = frozenset({State.POSTPONED, State.CANCELLED})
EXPLAINED = {
    State.CONFIRMED: gettext_lazy("Visitors see it in the calendar, in search and in the feeds."),
    State.TENTATIVE: gettext_lazy("Partners of the town's calendar see the date; visitors do not."),
    State.DRAFT: gettext_lazy("Nobody outside sees it."),
    State.POSTPONED: gettext_lazy("It stays visible as postponed, with the reason."),
    State.CANCELLED: gettext_lazy(
        "It stays visible as cancelled, with the reason. You can bring it back."
    ),
}
DONE = {
    "programme.add_activity": gettext_lazy("added it"),
    "programme.change_activity": gettext_lazy("changed it"),
    "programme.set_state": gettext_lazy("changed the state"),
    "programme.copy_activity": gettext_lazy("copied it from another"),
    "programme.add_backing": gettext_lazy("added an organisation"),
    "programme.credit": gettext_lazy("added a person"),
    "programme.add_group": gettext_lazy("added a group"),
    "programme.change_group": gettext_lazy("changed a group"),
    "programme.add_date": gettext_lazy("added a date"),
    "programme.move_date": gettext_lazy("moved a date"),
    "programme.cancelled_date": gettext_lazy("cancelled a date"),
    "programme.postponed_date": gettext_lazy("postponed a date"),
    "programme.restore_date": gettext_lazy("brought a date back"),
    "programme.confirm_date": gettext_lazy("confirmed a date"),
    "programme.change_date": gettext_lazy("changed a date"),
    "programme.remove_date": gettext_lazy("removed a date"),
    "programme.add_recurrence": gettext_lazy("added regular dates"),
}


@dataclass(frozen=True)
class Button:
    """One way on from the present state."""

    state: str
    label: str
    explained: str
    needs_reason: bool


def buttons(activity: Activity) -> list[Button]:
    """What can be done with the state now; the likeliest first, the gravest last."""
    order = [State.CONFIRMED, State.TENTATIVE, State.DRAFT, State.POSTPONED, State.CANCELLED]
    found = []
    for state in order:
        if state in rules.FOLLOWS[activity.state]:
            returns = activity.state in BACK and state == State.CONFIRMED
            found.append(
                Button(
                    state=state.value,
                    label=_("Bring back") if returns else str(BUTTONS[state]),
                    explained=str(EXPLAINED[state]),
                    needs_reason=state in rules.NEEDS_REASON,
                )
            )
    return found


def state_sentence(activity: Activity, now: datetime) -> str:
    """Who sees the activity now, and from when."""
    when = date_format(timezone.localtime(activity.publish_at), "j E Y, G.i")
    if activity.state == State.CONFIRMED and activity.publish_at > now:
        return _("Confirmed. It will appear on the site by itself on %(when)s.") % {"when": when}
    if activity.state == State.CONFIRMED:
        return _("On the site: visitors see it.")
    if activity.state in BACK:
        return _("%(state)s: visitors see it with the reason “%(reason)s”.") % {
            "state": activity.get_state_display().capitalize(),
            "reason": activity.reason,
        }
    if activity.state == State.TENTATIVE:
        return _("Tentative: partners of the town's calendar see the date; visitors do not.")
    return _("Draft: nobody outside sees it.")


@dataclass(frozen=True)
class Deed:
    """One line of a history."""

    at: datetime
    by: str
    done: str
    details: str


def history(activity: Activity) -> list[Deed]:
    """Everything done to the activity, its dates, groups and rules, newest first."""
    wanted = queries.entries_about(activity)
    entries: list[AuditEntry] = []
    for kind, keys in wanted.items():
        rows = AuditEntry.objects.filter(subject_kind=kind, subject_id__in=keys[:900])
        entries += list(rows.order_by("-at", "-pk")[:MOST_SHOWN])
    entries.sort(key=lambda entry: (entry.at, entry.pk), reverse=True)
    return _deeds(entries[:MOST_SHOWN])


def _deeds(entries: Iterable[AuditEntry]) -> list[Deed]:
    rows = list(entries)
    names = names_of(entry.by_id for entry in rows)
    return [
        Deed(
            at=entry.at,
            by=names.get(entry.by_id or 0, _("the system")),
            done=str(DONE.get(entry.verb, _("changed it"))),
            details=_details(entry.changes or {}),
        )
        for entry in rows
    ]


def _details(changes: dict[str, Any]) -> str:
    """Which facts changed, by the names that the form has for them."""
    if "state" in changes:
        return _moved(changes["state"], dict(State.choices))
    if "starts_at" in changes:
        return _moved(changes["starts_at"], {})
    return ", ".join(filter(None, (_field(name) for name in changes)))


def _moved(pair: Any, words: dict[str, Any]) -> str:
    if not isinstance(pair, list):
        return ""
    was, now = (str(words.get(value, _moment(value))) if value else "" for value in pair)
    return f"{was} → {now}" if was and now else was or now


def _moment(value: Any) -> str:
    try:
        moment = timezone.localtime(datetime.fromisoformat(str(value)))
    except ValueError:
        return str(value)
    return date_format(moment, "j E Y, G.i")


def _field(name: str) -> str:
    names = {field.name: field for field in Activity._meta.get_fields()}
    field = names.get(name)
    return str(getattr(field, "verbose_name", "")) if field is not None else ""
