"""Which lists there are: for each its columns, filters, form and words."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import Column

from kulisy.programme import queries
from kulisy.programme.forms.activity import ActivityForm
from kulisy.programme.models import (
    AccessibilityFeature,
    Activity,
    ActivityKind,
    Audience,
    Contributor,
    Group,
    K07Line,
    Occurrence,
    Organisation,
    SchoolBreak,
    Season,
    Section,
    SignSet,
)
from kulisy.programme.views.editor import PANELS, AddActivity, ChangeActivity
from kulisy.programme.views.filters import ActivityFilters, BreakFilters, OccurrenceFilters
from kulisy.programme.views.lists import AddView, ChangeView, RemoveView
from kulisy.programme.views.many import BulkActivities, BulkForm
from kulisy.recurrence.api import VOIVODESHIPS
from kulisy.ui import desk
from kulisy.ui.desk import ListView, MomentColumn
from kulisy.ui.slugs import AddressedForm


class Desk(desk.Desk):
    """A list of the programme: what its forms store is written down and told as news."""

    add_view_class = AddView
    edit_view_class = ChangeView
    delete_view_class = RemoveView


class ActivityList(ListView):
    """Events, or with ``fixed`` the regular classes."""

    related = ("kind", "section", "season")
    bulk_form = BulkActivities
    bulk_url_name = "programme_backstage:activities_many"

    def get_add_url(self) -> str | None:
        if not self.user_has_permission("add"):
            return None
        return reverse("programme_backstage:quick")


class ClassesList(ListView):
    related = ("kind", "section", "season")

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().prefetch_related("groups")


ACTIVITY_COLUMNS = [
    "title",
    Column("state", label=gettext_lazy("State"), accessor="get_state_display", sort_key="state"),
    Column("kind", label=gettext_lazy("Kind"), accessor="kind.label"),
    Column("season", label=gettext_lazy("Season"), accessor="season.name"),
    MomentColumn("changed_at", label=gettext_lazy("Last change"), sort_key="changed_at"),
]
ACTIVITY_EXPORT = [
    "title", "get_state_display", "kind.label", "section.label", "season.name", "summary",
    "get_mode_display", "age_from", "age_to", "is_free", "price", "publish_at", "slug",
]  # fmt: skip
ACTIVITY_HEADINGS = {
    "get_state_display": gettext_lazy("State"),
    "kind.label": gettext_lazy("Kind"),
    "section.label": gettext_lazy("Section"),
    "season.name": gettext_lazy("Season"),
    "get_mode_display": gettext_lazy("Mode"),
}


class ActivityDesk(Desk):
    model = Activity
    name: Any = "programme_activity"
    url_prefix = "wydarzenia"
    icon = "calendar-alt"
    title = gettext_lazy("Events")
    index_view_class: Any = ActivityList
    add_view_class = AddActivity
    edit_view_class = ChangeActivity
    edit_handler = TabbedInterface(PANELS, base_form_class=ActivityForm)
    list_display = ACTIVITY_COLUMNS
    list_export = ACTIVITY_EXPORT
    export_headings = ACTIVITY_HEADINGS
    export_filename = "wydarzenia"
    filterset_class = ActivityFilters
    search_fields = ("title", "summary")
    search_backend_name = None
    ordering: Any = "-changed_at"
    add_label = gettext_lazy("New event")
    empty_text = gettext_lazy(
        "No event yet. Begin with “New event”: a title and a date are enough."
    )

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_index_view_kwargs(**kwargs)
        return found | {"excluded": {"kind__shape__in": queries.REGULAR}}


class ClassesDesk(ActivityDesk):
    """The same activities as ``ActivityDesk`` edits, listed apart: sections, courses, ensembles."""

    name = "programme_classes"
    url_prefix = "zajecia"
    icon = "group"
    title = gettext_lazy("Classes")
    index_view_class = ClassesList
    export_filename = "zajecia"
    ordering = "title"
    add_to_reference_index = False
    add_label = gettext_lazy("New classes")
    empty_text = gettext_lazy(
        "No classes yet. Add the first ones, or copy the last season into the next in Settings."
    )
    list_display = [
        *ACTIVITY_COLUMNS[:-1],
        Column("groups", label=gettext_lazy("Groups"), accessor=lambda row: len(row.groups.all())),
    ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(**kwargs) | {
            "add_url_name": "programme_activity:add",
            "edit_url_name": "programme_activity:edit",
        }

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_index_view_kwargs(**kwargs)
        return found | {"excluded": {}, "fixed": {"kind__shape__in": queries.REGULAR}}

    def get_urlpatterns(self) -> list[Any]:
        return super().get_urlpatterns()[:2]

    def register_admin_url_finder(self) -> None:
        """The editor is the other desk's."""


class OccurrenceList(ListView):
    related = ("activity", "group", "room")
    bulk_form = BulkForm
    bulk_url_name = "programme_backstage:dates_many"

    def get_add_url(self) -> None:
        """A date is added at its activity."""


class OccurrenceDesk(Desk):
    model = Occurrence
    name: Any = "programme_occurrence"
    url_prefix = "terminy"
    icon = "date"
    title = gettext_lazy("Dates")
    index_view_class = OccurrenceList
    form_fields = ["note"]
    list_display = [
        "label",
        MomentColumn("starts_at", label=gettext_lazy("When"), sort_key="starts_at"),
        Column("group", label=gettext_lazy("Group"), accessor="group.name"),
        Column("room", label=gettext_lazy("Room"), accessor=lambda row: row.room or row.place),
        Column(
            "state", label=gettext_lazy("State"), accessor="get_state_display", sort_key="state"
        ),
    ]
    list_export = [
        "label", "starts_at", "ends_at", "group.name", "room.name", "place",
        "get_state_display", "reason", "note",
    ]  # fmt: skip
    export_headings = {
        "label": gettext_lazy("Title"),
        "group.name": gettext_lazy("Group"),
        "room.name": gettext_lazy("Room"),
        "get_state_display": gettext_lazy("State"),
    }
    export_filename = "terminy"
    filterset_class = OccurrenceFilters
    search_fields = ("title", "activity__title", "group__name", "note")
    search_backend_name = None
    ordering: Any = "starts_at"
    empty_text = gettext_lazy("No dates yet. Add them on the page of an event or of classes.")

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_common_view_kwargs(**kwargs)
        return found | {"edit_url_name": "programme_backstage:date"}

    def get_urlpatterns(self) -> list[Any]:
        return super().get_urlpatterns()[:2]

    def register_admin_url_finder(self) -> None:
        """A date is edited on a page of its own kind."""


class GroupForm(AddView):
    """A group begun from its activity keeps to it."""

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET.get("zajecia", "")
        return {"activity": asked} if asked.isdecimal() else {}

    def get_success_url(self) -> str:
        return reverse("programme_backstage:groups", args=[self.form.instance.activity_id])


class GroupDesk(Desk):
    model = Group
    name: Any = "programme_group"
    url_prefix = "grupy"
    icon = "group"
    title = gettext_lazy("Groups")
    add_view_class = GroupForm
    edit_handler = ObjectList(
        [
            FieldPanel("activity"),
            FieldPanel("name"),
            FieldPanel("level"),
            FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to"), FieldPanel("capacity")]),
            FieldPanel("instructors", widget=forms.CheckboxSelectMultiple),
            FieldPanel("room"),
            FieldPanel("is_full"),
            FieldPanel("order"),
        ]
    )
    list_display = [
        "name",
        Column(
            "activity",
            label=gettext_lazy("Classes"),
            accessor="activity.title",
            sort_key="activity__title",
        ),
        Column("level", label=gettext_lazy("Level")),
        Column("room", label=gettext_lazy("Usual room")),
        Column("capacity", label=gettext_lazy("Places")),
    ]
    list_export = [
        "name", "activity.title", "level", "age_from", "age_to", "capacity", "is_full", "room.name",
    ]  # fmt: skip
    export_headings = {"activity.title": gettext_lazy("Classes"), "room.name": gettext_lazy("Room")}
    export_filename = "grupy"
    list_filter = ["room", "is_full"]
    search_fields = ("name", "activity__title")
    search_backend_name = None
    add_label = gettext_lazy("Add a group")
    empty_text = gettext_lazy(
        "No groups yet. A group belongs to classes: open them and add one there."
    )

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_index_view_kwargs(**kwargs) | {"related": ("activity", "room")}


def small(
    model: type[Any],
    *,
    prefix: str,
    title: Any,
    add: Any,
    empty: Any,
    fields: list[str],
    columns: list[Any],
    **more: Any,
) -> Desk:
    """One of the lists that the centre keeps itself."""
    options: dict[str, Any] = {
        "model": model,
        "url_prefix": prefix,
        "title": title,
        "add_label": add,
        "empty_text": empty,
        "edit_handler": ObjectList(
            [FieldPanel(name) for name in fields], base_form_class=AddressedForm
        ),
        "list_display": columns,
        "list_export": [name for name in columns if isinstance(name, str)],
        "export_filename": prefix,
        "search_fields": ("name",),
        "search_backend_name": None,
        "icon": "list-ul",
    }
    return Desk(f"programme_{model._meta.model_name}", **(options | more))


class BreakForm(forms.ModelForm):
    """A school holiday, its voivodeship chosen by name."""

    voivodeship = forms.ChoiceField(
        label=gettext_lazy("Voivodeship"),
        required=False,
        choices=[
            ("", gettext_lazy("All of Poland")),
            *sorted(VOIVODESHIPS.items(), key=lambda p: p[1]),
        ],
    )

    class Meta:
        model = SchoolBreak
        fields = ["name", "voivodeship", "first_on", "last_on"]
        widgets = {
            "first_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "last_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }


class BreakDesk(Desk):
    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:  # noqa: FBT001, FBT002, ARG002 - the signature is Wagtail's
        return BreakForm


NAMED = ["name", "name_en", "order"]


def voivodeship_of(row: SchoolBreak) -> str:
    return VOIVODESHIPS.get(row.voivodeship, _("All of Poland"))


PEOPLE = [
    small(
        Contributor,
        prefix="osoby",
        title=gettext_lazy("People of the programme"),
        add=gettext_lazy("Add a person"),
        empty=gettext_lazy(
            "Nobody yet. Add instructors, performers and speakers; each may have a page."
        ),
        fields=["name", "headline", "about", "picture", "account", "is_listed"],
        columns=["name", "headline", "is_listed"],
        icon="user",
    ),
    small(
        Organisation,
        prefix="organizacje",
        title=gettext_lazy("Organisations"),
        add=gettext_lazy("Add an organisation"),
        empty=gettext_lazy(
            "None yet. Add partners, patrons and funders once; then choose them at events."
        ),
        fields=["name", "address", "logo", "is_partner"],
        columns=["name", "address", "is_partner"],
        icon="site",
    ),
    small(
        SignSet,
        prefix="znaki",
        title=gettext_lazy("Sign sets"),
        add=gettext_lazy("Add a sign set"),
        empty=gettext_lazy("None yet. A funder's obligatory signs stand here in their order."),
        fields=[],
        columns=["name", "statement"],
        icon="image",
        edit_handler=ObjectList(
            [
                FieldPanel("name"),
                FieldPanel("statement"),
                InlinePanel(
                    "signs",
                    heading=gettext_lazy("Signs in their order"),
                    label=gettext_lazy("Sign"),
                ),
            ]
        ),
    ),
]
LISTS = [
    small(
        Season,
        prefix="sezony",
        title=gettext_lazy("Seasons"),
        add=gettext_lazy("Add a season"),
        empty=gettext_lazy("No season yet. Add this year's first, from September to June."),
        fields=["name", "first_on", "last_on"],
        columns=["name", "first_on", "last_on"],
        icon="calendar",
    ),
    BreakDesk(
        "programme_schoolbreak",
        model=SchoolBreak,
        url_prefix="ferie",
        title=gettext_lazy("School holidays"),
        add_label=gettext_lazy("Add a school holiday"),
        empty_text=gettext_lazy("None yet. Regular dates can skip the holidays that stand here."),
        list_display=[
            "name",
            Column("voivodeship", label=gettext_lazy("Voivodeship"), accessor=voivodeship_of),
            "first_on",
            "last_on",
        ],
        list_export=["name", "voivodeship", "first_on", "last_on"],
        export_filename="ferie",
        filterset_class=BreakFilters,
        search_fields=("name",),
        search_backend_name=None,
        icon="calendar",
    ),
    small(
        ActivityKind,
        prefix="rodzaje",
        title=gettext_lazy("Kinds of activity"),
        add=gettext_lazy("Add a kind"),
        empty=gettext_lazy("No kinds yet. Every event needs one: a concert, a workshop."),
        fields=[*NAMED, "shape", "art", "schema_type", "is_offered"],
        columns=["name", "shape", "is_offered"],
    ),
    small(
        K07Line,
        prefix="k07",
        title=gettext_lazy("Lines of the K-07 form"),
        add=gettext_lazy("Add a line"),
        empty=gettext_lazy("None yet. They say how a year's form counts each kind."),
        fields=["kind", "form_year", "section", "line", "label"],
        columns=["label", "form_year", "section", "line"],
        list_filter=["form_year", "kind"],
        search_fields=("label", "line"),
    ),
    small(
        Section,
        prefix="sekcje",
        title=gettext_lazy("Sections"),
        add=gettext_lazy("Add a section"),
        empty=gettext_lazy("No sections yet: music, art, theatre."),
        fields=[*NAMED, "colour", "summary"],
        columns=["name", "colour"],
    ),
    small(
        Audience,
        prefix="odbiorcy",
        title=gettext_lazy("Audiences"),
        add=gettext_lazy("Add an audience"),
        empty=gettext_lazy("None yet: children, families, adults, seniors."),
        fields=NAMED,
        columns=["name", "name_en"],
    ),
    small(
        AccessibilityFeature,
        prefix="ulatwienia",
        title=gettext_lazy("Accessibility of dates"),
        add=gettext_lazy("Add a feature"),
        empty=gettext_lazy("None yet: a PJM interpreter, captions, an induction loop."),
        fields=[*NAMED, "tag", "tag_en"],
        columns=["name", "tag"],
    ),
]  # fmt: skip
SPINE = [ActivityDesk(), ClassesDesk(), OccurrenceDesk(), GroupDesk()]
