"""People of the programme: instructors, performers, speakers."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kulisy.programme import api as programme
from kulisy.website import jsonld, queries
from kulisy.website.cards import picture, row
from kulisy.website.frame import Sharing, page


def index(request: HttpRequest) -> HttpResponse:
    """Everybody who has a page."""
    found = programme.queries.contributors_listed(timezone.now())
    found = found.prefetch_related("picture__renditions")
    title = _("People")
    shown = [
        (who, picture(who.picture, who.name, spec="fill-320x400|format-webp")) for who in found
    ]
    return page(
        request,
        "website/people.html",
        {"people": shown},
        title=title,
        crumbs=[(title, "")],
        description=_("Who leads the classes and who appears on our stages."),
    )


def person(request: HttpRequest, slug: str) -> HttpResponse:
    """One person: about, what they lead, where they appear next."""
    now = timezone.now()
    who = programme.access.contributor_seen(slug, now)
    crumbs = [(_("People"), reverse("website:people")), (who.name, "")]
    return page(
        request,
        "website/person.html",
        {
            "person": who,
            "picture": picture(who.picture, who.name),
            "work": queries.work_of(who, now),
            "rows": [row(line, now) for line in queries.dates_with(who, now)],
        },
        title=who.name,
        crumbs=crumbs,
        description=who.headline,
        graph=[jsonld.person(who, request.build_absolute_uri(request.path))],
        sharing=Sharing(kind="profile"),
    )
