"""Who stands behind an activity and who appears in it."""

from django.db import transaction

from kulisy.kernel import audit
from kulisy.kernel.news import publish
from kulisy.people.api import Account
from kulisy.programme.events import ActivityChanged
from kulisy.programme.models import Activity, Backing, Contributor, Credit, Organisation, SignSet


@transaction.atomic
def add_backing(
    *,
    by: Account | None,
    activity: Activity,
    organisation: Organisation,
    role: str,
    sign_set: SignSet | None = None,
) -> Backing:
    """Name the organisation as organiser, partner, patron, sponsor or funder of the activity."""
    backing = Backing(
        activity=activity,
        organisation=organisation,
        role=role,
        sign_set=sign_set,
        sort_order=Backing.objects.filter(activity=activity).count(),
    )
    backing.full_clean()
    backing.save()
    audit.record(
        by=by,
        verb="programme.add_backing",
        subject=activity,
        changes={"backing": [None, organisation.pk], "role": [None, role]},
    )
    publish(ActivityChanged(activity_id=activity.pk, fields=("backings",)))
    return backing


@transaction.atomic
def credit(
    *, by: Account | None, activity: Activity, contributor: Contributor, part: str
) -> Credit:
    """Name the person as performer, speaker or instructor of the activity."""
    row = Credit(
        activity=activity,
        contributor=contributor,
        part=part,
        sort_order=Credit.objects.filter(activity=activity).count(),
    )
    row.full_clean()
    row.save()
    audit.record(
        by=by,
        verb="programme.credit",
        subject=activity,
        changes={"contributor": [None, contributor.pk], "part": [None, part]},
    )
    publish(ActivityChanged(activity_id=activity.pk, fields=("credits",)))
    return row
