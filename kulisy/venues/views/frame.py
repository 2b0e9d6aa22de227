"""What Wagtail's page around ours needs."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _


def frame(title: str, *, icon: str = "calendar-alt", inside: bool = True) -> dict[str, Any]:
    """Title and the way back."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Today")}]
    if inside:
        crumbs.append({"url": reverse("venues_backstage:day"), "label": _("Rooms by day")})
    crumbs.append({"url": "", "label": title})
    return {"header_title": title, "header_icon": icon, "breadcrumbs_items": crumbs}
