"""Copying: an activity once more, or a whole season into the next."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from kulisy.kernel import audit
from kulisy.kernel.errors import Refused
from kulisy.kernel.news import publish
from kulisy.people.api import Account
from kulisy.programme.events import ActivityAdded
from kulisy.programme.models import Activity, Season
from kulisy.programme.rules import Refusal
from kulisy.ui.slugs import slug_for

# Facts of the original that a copy must not inherit.
OWN = frozenset(
    {
        "id",
        "uid",
        "slug",
        "state",
        "reason",
        "publish_at",
        "copied_from",
        "created_by",
        "created_at",
        "changed_at",
    }
)


@transaction.atomic
def copy_activity(
    *, by: Account | None, activity: Activity, season: Season | None = None, title: str = ""
) -> Activity:
    """A draft with the same facts, people, organisations and groups, and no dates yet."""
    facts: dict[str, Any] = {
        field.name: getattr(activity, field.name)
        for field in activity._meta.concrete_fields
        if field.name not in OWN
    }
    facts["title"] = title or activity.title
    if season is not None:
        facts["season"] = season
    copy = Activity(
        **facts,
        slug=slug_for(facts["title"], Activity, fallback="wydarzenie"),
        state=Activity.State.DRAFT,
        publish_at=timezone.now(),
        copied_from=activity,
        created_by=by,
    )
    copy.save()
    copy.audiences.set(activity.audiences.all())
    copy.tags.set(list(activity.tags.names()))
    copy.save()
    for rows in (activity.credits.all(), activity.backings.all()):
        for row in rows:
            row.pk, row.activity = None, copy
            row.save()
    for group in activity.groups.prefetch_related("instructors"):
        people = list(group.instructors.all())
        group.pk, group.activity, group.is_full = None, copy, False
        group.uid = group._meta.get_field("uid").get_default()
        group._state.adding = True
        group.save()
        group.instructors.set(people)
    audit.record(
        by=by,
        verb="programme.copy_activity",
        subject=copy,
        changes={"copied_from": [None, activity.pk]},
    )
    publish(ActivityAdded(activity_id=copy.pk))
    return copy


@transaction.atomic
def copy_season(*, by: Account | None, season: Season, into: Season) -> list[Activity]:
    """Copy all regular activities of a season into another, as drafts.

    Run again it copies only what is new. Raises Refused when there is nothing to copy.
    """
    originals = list(Activity.objects.filter(season=season).exclude(state=Activity.State.CANCELLED))
    if not originals:
        raise Refused(Refusal.NOTHING_TO_COPY)
    copied = set(
        Activity.objects.filter(season=into, copied_from__in=originals).values_list(
            "copied_from_id", flat=True
        )
    )
    copies = [
        copy_activity(by=by, activity=original, season=into)
        for original in originals
        if original.pk not in copied
    ]
    if not copies:
        raise Refused(Refusal.COPIED_ALREADY)
    by_original = {copy.copied_from_id: copy for copy in copies}
    for copy in copies:
        # A part of a festival follows the festival's copy, not last year's original.
        if copy.parent_id in by_original:
            copy.parent = by_original[copy.parent_id]
            copy.save(update_fields=["parent"])
    return copies
