"""From who and which to a row or a 404: the only way for a view to get a row."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from kulisy.media.api import Picture, pictures_sent_by
from kulisy.people.api import Account
from kulisy.programme import queries
from kulisy.programme.models import Activity, Contributor, Group, Occurrence, Recurrence

Visitor = Account | Any  # request.user: an account, or Django's AnonymousUser


def may_edit(who: Visitor) -> bool:
    """Whether this person works on the programme."""
    return bool(who.is_authenticated and who.has_perm("programme.change_activity"))


def may_see_drafts(who: Visitor) -> bool:
    """Whether this person sees what is not yet published."""
    return bool(who.is_authenticated and who.has_perm("programme.view_activity"))


def activities_seen_by(who: Visitor, now: datetime) -> QuerySet[Activity]:
    """All activities for staff, the public ones for everybody else."""
    return Activity.objects.all() if may_see_drafts(who) else queries.public_activities(now)


def activity_seen(who: Visitor, slug: str, now: datetime) -> Activity:
    """The activity at this address, or 404."""
    seen = queries.activity_with_all(activities_seen_by(who, now))
    activity: Activity = get_object_or_404(seen, slug=slug)
    return activity


def activity_edited_by(who: Visitor, pk: int) -> Activity:
    """The activity that this person may change, or 404."""
    if not may_edit(who):
        raise Http404
    activity: Activity = get_object_or_404(
        Activity.objects.select_related("kind", "section", "season", "parent"), pk=pk
    )
    return activity


def activity_sent_before(who: Visitor, uid: UUID) -> Activity | None:
    """What this person has just added by a form that was sent twice, or None."""
    return Activity.objects.filter(uid=uid, created_by=who).first()


def occurrence_edited_by(who: Visitor, pk: int) -> Occurrence:
    """The date that this person may change, or 404."""
    if not may_edit(who):
        raise Http404
    occurrence: Occurrence = get_object_or_404(
        Occurrence.objects.select_related("activity__kind", "group", "room", "booking"), pk=pk
    )
    return occurrence


def occurrence_seen(who: Visitor, pk: int, now: datetime) -> Occurrence:
    """The date that this person may see, or 404."""
    seen = Occurrence.objects.all() if may_see_drafts(who) else queries.public_occurrences(now)
    occurrence: Occurrence = get_object_or_404(queries.with_all_shown(seen), pk=pk)
    return occurrence


def group_seen(who: Visitor, uid: str, now: datetime) -> Group:
    """The group with this uid, or 404."""
    group: Group = get_object_or_404(
        Group.objects.filter(activity__in=activities_seen_by(who, now)).select_related(
            "activity__kind", "activity__section", "room__venue"
        ),
        uid=uid,
    )
    return group


def contributor_seen(slug: str, now: datetime) -> Contributor:
    """The page of a person of the programme, or 404."""
    contributor: Contributor = get_object_or_404(queries.contributors_listed(now), slug=slug)
    return contributor


def picture_of(who: Account, pk: int) -> Picture | None:
    """The picture that this person sent a moment ago, or None."""
    found: Picture | None = pictures_sent_by(who).filter(pk=pk).first()
    return found


def recurrence_edited_by(who: Visitor, pk: int) -> Recurrence:
    """The rule that this person may change, or 404."""
    if not may_edit(who):
        raise Http404
    row: Recurrence = get_object_or_404(
        Recurrence.objects.select_related("activity__kind", "activity__season", "group"), pk=pk
    )
    return row


def activity_known_to(who: Visitor, pk: int) -> Activity:
    """The activity that this person may see backstage, published or not, or 404."""
    if not may_see_drafts(who):
        raise Http404
    activity: Activity = get_object_or_404(Activity.objects.select_related("kind"), pk=pk)
    return activity
