"""The editor of an activity: panels in plain groups, with its state and its ways on above them."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)

from kulisy.people.api import account_acting
from kulisy.programme import access, actions, words
from kulisy.programme.forms.activity import ActivityForm
from kulisy.programme.models import Activity
from kulisy.programme.views import said
from kulisy.programme.views.frame import frame, public_path
from kulisy.programme.views.lists import AddView, ChangeView

WHAT = [
    FieldPanel("title"),
    FieldPanel("summary", widget=forms.Textarea(attrs={"rows": 2})),
    FieldPanel("kind"),
    FieldPanel("description"),
    MultiFieldPanel(
        [
            FieldPanel("picture"),
            FieldPanel("picture_alt"),
            FieldPanel("picture_is_decorative"),
        ],
        heading=gettext_lazy("Picture and what it shows"),
    ),
    FieldPanel("tags"),
]
FOR_WHOM = [
    FieldPanel("audiences", widget=forms.CheckboxSelectMultiple),
    FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to")], heading=gettext_lazy("Age")),
    MultiFieldPanel(
        [FieldPanel("is_free"), FieldPanel("price"), FieldPanel("price_from")],
        heading=gettext_lazy("Price"),
    ),
    FieldPanel("capacity"),
    MultiFieldPanel([FieldPanel("mode"), FieldPanel("online_url"), FieldPanel("language")],
                    heading=gettext_lazy("Where people take part")),
]  # fmt: skip
WHO = [
    InlinePanel("credits", heading=gettext_lazy("People"), label=gettext_lazy("Person")),
    InlinePanel(
        "backings",
        heading=gettext_lazy("Organisations behind it"),
        label=gettext_lazy("Organisation"),
    ),
]
PLACE = [
    FieldPanel(
        "publish_at",
        help_text=gettext_lazy("Visitors see it from this hour on, once it is confirmed."),
    ),
    FieldPanel("season"),
    FieldPanel("section"),
    FieldPanel("parent", help_text=gettext_lazy("The festival or series that it belongs to.")),
]


class ActivityPanels(TabbedInterface):
    """Four tabs; the first alone is enough for most events."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("base_form_class", ActivityForm)
        super().__init__(*args, **kwargs)


PANELS = [
    ObjectList(WHAT, heading=gettext_lazy("What it is")),
    ObjectList(FOR_WHOM, heading=gettext_lazy("For whom, where and for how much")),
    ObjectList(WHO, heading=gettext_lazy("People and organisations")),
    ObjectList(PLACE, heading=gettext_lazy("Publication and place in the programme")),
]


class Told:
    """An activity has an action of its own for what a form has stored."""

    request: Any
    is_added = False

    def write_down(self, row: Activity, fields: list[str]) -> None:
        by = account_acting(self.request)
        actions.activity_saved(by=by, activity=row, fields=fields, is_added=self.is_added)


class AddActivity(Told, AddView):
    """The full form; the quick one is for most events."""

    title_of_new: Any = gettext_lazy("New activity")
    success_message = gettext_lazy("Saved as a draft. Add its dates now.")

    def get_success_url(self) -> str:
        return reverse("programme_backstage:dates", args=[self.form.instance.pk])


class ChangeActivity(Told, ChangeView):
    """Everything about an activity, and the ways to its dates, groups and history."""

    template_name = "programme/backstage/activity.html"

    def get_success_url(self) -> str:
        return reverse("programme_activity:edit", args=[self.object.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        *above, own, _page = frame("", activity=self.object)["breadcrumbs_items"]
        return [*above, {**own, "url": ""}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = super().get_context_data(**kwargs)
        now = timezone.now()
        return facts | {
            "activity": self.object,
            "state_sentence": said.state_sentence(self.object, now),
            "state_buttons": said.buttons(self.object),
            "lacks": [words.LACKS[name] for name in actions.lacks(self.object)],
            "is_public": self.object.is_public(now),
            "public_path": public_path(self.object),
            "dates_count": self.object.occurrences.count(),
            "groups_count": self.object.groups.count(),
            "may_add": self.request.user.has_perm("programme.add_activity"),
            "may_edit": access.may_edit(self.request.user),
        }
