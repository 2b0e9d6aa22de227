"""Changes to activities and groups themselves."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from kulisy.kernel import audit
from kulisy.kernel.errors import Refused
from kulisy.kernel.news import publish
from kulisy.people.api import Account
from kulisy.programme import queries, rules
from kulisy.programme.actions.many import book_rooms
from kulisy.programme.events import ActivityAdded, ActivityChanged, ActivityStateChanged
from kulisy.programme.models import Activity, ActivityKind, Audience, Contributor, Group
from kulisy.ui.slugs import slug_for
from kulisy.venues import api as venues


@transaction.atomic
def add_activity(
    *,
    by: Account | None,
    title: str,
    kind: ActivityKind,
    audiences: Iterable[Audience] = (),
    tags: Iterable[str] = (),
    **facts: Any,
) -> Activity:
    """Add an activity, as a draft unless ``state`` says otherwise.

    Raises Refused when it would be a part of itself or too deep.
    """
    if parent := facts.get("parent"):
        _check_parent(None, parent, height=0)
    slug = facts.pop("slug", "") or slug_for(title, Activity, fallback="wydarzenie")
    activity = Activity(title=title, kind=kind, slug=slug, created_by=by, **facts)
    activity.full_clean(exclude=["description"])
    activity.save()
    activity.audiences.set(audiences)
    activity.tags.set(list(tags))
    activity.save()  # modelcluster keeps many-to-many values until its parent is saved
    audit.record(by=by, verb="programme.add_activity", subject=activity, changes={"title": title})
    publish(ActivityAdded(activity_id=activity.pk))
    return activity


@transaction.atomic
def change_activity(*, by: Account | None, activity: Activity, **changes: Any) -> Activity:
    """Change facts of the activity. Its state has an action of its own."""
    if "state" in changes:
        raise ValueError("set_state changes the state")
    if (parent := changes.get("parent")) is not None:
        _check_parent(activity, parent, height=queries.height_below(activity))
    audiences, tags = changes.pop("audiences", None), changes.pop("tags", None)
    written = {}
    for name, value in changes.items():
        old = getattr(activity, name)
        if old != value:
            written[name] = [_plain(old), _plain(value)]
            setattr(activity, name, value)
    if audiences is not None:
        activity.audiences.set(audiences)
        written["audiences"] = [None, [audience.slug for audience in audiences]]
    if tags is not None:
        activity.tags.set(list(tags))
        written["tags"] = [None, list(tags)]
    if not written:
        return activity
    activity.full_clean(exclude=["description"])
    activity.save()
    audit.record(by=by, verb="programme.change_activity", subject=activity, changes=written)
    publish(ActivityChanged(activity_id=activity.pk, fields=tuple(sorted(written))))
    return activity


@transaction.atomic
def activity_saved(
    *, by: Account | None, activity: Activity, fields: Iterable[str], is_added: bool
) -> None:
    """Write down and tell what an editing form has just stored."""
    names = tuple(sorted(fields))
    if is_added:
        audit.record(
            by=by,
            verb="programme.add_activity",
            subject=activity,
            changes={"title": activity.title},
        )
        publish(ActivityAdded(activity_id=activity.pk))
    elif names:
        audit.record(
            by=by,
            verb="programme.change_activity",
            subject=activity,
            changes=dict.fromkeys(names),
        )
        publish(ActivityChanged(activity_id=activity.pk, fields=names))


@transaction.atomic
def set_state(*, by: Account | None, activity: Activity, state: str, reason: str = "") -> Activity:
    """Confirm, postpone, cancel or bring back the whole activity.

    Raises Refused when the state does not follow from the present one, when a cancellation gives
    no reason, or when something to be shown is not ready to be shown. Called off, its coming dates
    give their rooms back; brought back, they take them again as far as they are free.
    """
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    was = activity.state
    if was == state:
        return activity
    if no := rules.state_refusal(now=was, then=state, reason=reason):
        raise Refused(no, state=activity.get_state_display())
    if state == Activity.State.CONFIRMED and (missing := lacks(activity)):
        raise Refused(rules.Refusal.NOT_READY, missing=missing)
    activity.state = state
    activity.reason = reason if state in rules.NEEDS_REASON else ""
    activity.save(update_fields=["state", "reason", "changed_at"])
    if {was, state} & rules.NEEDS_REASON:
        _take_dates_along(activity, by=by)
    audit.record(
        by=by, verb="programme.set_state", subject=activity, changes={"state": [was, state]}
    )
    publish(
        ActivityStateChanged(activity_id=activity.pk, was=was, state=state, reason=activity.reason)
    )
    return activity


def _take_dates_along(activity: Activity, *, by: Account | None) -> None:
    coming = activity.occurrences.filter(ends_at__gt=timezone.now())
    # RFC 5545, 3.8.7.4: calendars take the cancellation only with a higher SEQUENCE.
    coming.update(sequence=F("sequence") + 1)
    rows = list(coming.select_related("activity", "room", "booking"))
    if activity.state not in rules.NEEDS_REASON:
        book_rooms([row for row in rows if row.booking is None], by=by)
        return
    for booking in [row.booking for row in rows if row.booking is not None]:
        venues.release(booking, by=by)
    coming.update(booking=None)


def lacks(activity: Activity) -> list[str]:
    """What the activity still lacks before it may be shown."""
    return rules.missing_to_publish(
        title=activity.title,
        has_dates=activity.occurrences.exists() or activity.groups.exists(),
        is_collection=activity.kind.shape == ActivityKind.Shape.COLLECTION,
        picture_lacks_words=activity.is_missing_words,
    )


@transaction.atomic
def add_group(
    *,
    by: Account | None,
    activity: Activity,
    name: str,
    instructors: Iterable[Contributor] = (),
    **facts: Any,
) -> Group:
    """Add a group to regular classes."""
    group = Group(activity=activity, name=name, **facts)
    group.full_clean()
    group.save()
    group.instructors.set(instructors)
    audit.record(by=by, verb="programme.add_group", subject=group, changes={"name": name})
    publish(ActivityChanged(activity_id=activity.pk, fields=("groups",)))
    return group


def _check_parent(activity: Activity | None, parent: Activity, *, height: int) -> None:
    above = queries.ancestors(parent)
    if no := rules.parent_refusal(activity.pk if activity else None, above, height):
        raise Refused(no)


def _plain(value: Any) -> Any:
    """A value as the audit keeps it: rows by their id, the rest as text where JSON has no word."""
    if hasattr(value, "pk"):
        return value.pk
    return value if value is None or isinstance(value, (str, int, bool)) else str(value)
