"""Staff lists with search, filters, bulk ticks and export, and the forms behind them."""

import codecs
import csv
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db.models import ProtectedError, QuerySet
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, DeleteView, EditView, IndexView
from wagtail.admin.views.mixins import Echo
from wagtail.admin.viewsets.model import ModelViewSet

# What a spreadsheet would take for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(value: Any) -> Any:
    """The value as a spreadsheet shows it and never calculates it (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _reached(row: Any, path: str) -> Any:
    """What a dotted path leads to; nothing where a row on the way is missing."""
    for name in path.split("."):
        if row is None:
            return ""
        row = getattr(row, name)
    value = row() if callable(row) else row
    return "" if value is None else value


class MomentColumn(Column):
    """A day and an hour as they stand on a poster, not "two weeks ago"."""

    def get_value(self, instance: Any) -> str:
        moment = timezone.localtime(super().get_value(instance))
        return date_format(moment, "D j E Y, G.i")


class TickColumn(Column):
    """A checkbox of the form below the list, named after its row for a screen reader."""

    header_template_name = "ui/desk/_tick_header.html"
    cell_template_name = "ui/desk/_tick_cell.html"


class Crumbs:
    """The way back, by the words of the menu."""

    title_of_list: Any = ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        crumbs: list[dict[str, Any]] = super().get_breadcrumbs_items()  # type: ignore[misc]  # of Wagtail's view beside it
        if crumbs:  # the page that asks before removing has none
            crumbs[0] = {**crumbs[0], "label": _("Today")}
        if self.title_of_list and len(crumbs) > 2:  # noqa: PLR2004 - home, the list, this page
            crumbs[1] = {**crumbs[1], "label": self.title_of_list}
        return crumbs


class ListView(Crumbs, IndexView):
    """A list that says what to do when it is empty, and exports what it shows."""

    template_name = "ui/desk/list.html"
    results_template_name = "ui/desk/list_results.html"
    page_title = ""
    empty_text = ""
    bulk_form: Any = None
    bulk_url_name = ""
    related: tuple[str, ...] = ()
    fetched: tuple[str, ...] = ()
    fixed: dict[str, Any] = {}
    excluded: dict[str, Any] = {}

    @cached_property
    def columns(self) -> list[Any]:  # type: ignore[override]  # Wagtail fills it in the same way
        found: list[Any] = super().columns
        if self.bulk_form and self.user_has_permission("change"):
            found = [TickColumn("tick", label=_("Tick"), accessor="pk"), *found]
        return found

    def get_base_queryset(self) -> QuerySet[Any]:
        rows = super().get_base_queryset().filter(**self.fixed)
        if self.excluded:
            rows = rows.exclude(**self.excluded)
        return rows.select_related(*self.related).prefetch_related(*self.fetched)

    @cached_property
    def header_more_buttons(self) -> list[Any]:  # type: ignore[override]  # Wagtail fills it in the same way
        # The export stands below the list, in words; nothing else would be in the menu of dots.
        return []

    def get_list_more_buttons(self, instance: Any) -> list[Any]:  # noqa: ARG002 - the signature is Wagtail's
        # The title is the link; a menu of icons on every row would say the same again.
        return []

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        facts = super().get_context_data(*args, **kwargs)
        if self.bulk_form and self.user_has_permission("change") and facts["object_list"]:
            facts["bulk"] = self.bulk_form()
            facts["bulk_url_name"] = self.bulk_url_name
        facts["empty_text"] = self.empty_text
        if self.show_export_buttons and facts["object_list"]:
            facts["exports"] = {"XLSX": self.xlsx_export_url, "CSV": self.csv_export_url}
        return facts

    # --- Export

    def stream_csv(self, queryset: QuerySet[Any]) -> Iterator[bytes]:
        # Polish Excel expects semicolons, and without the mark it garbles Polish letters.
        writer = csv.DictWriter(Echo(), fieldnames=self.list_export, delimiter=";")
        yield codecs.BOM_UTF8
        yield writer.writerow({name: self.get_heading(queryset, name) for name in self.list_export})
        for row in queryset:
            yield self.write_csv_row(writer, self.to_row_dict(row))

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {name: _reached(item, name) for name in self.list_export}

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        if isinstance(value, datetime):
            local = timezone.localtime(value).replace(tzinfo=None)
            return local if export_format == self.FORMAT_XLSX else f"{local:%Y-%m-%d %H:%M}"
        if isinstance(value, bool):
            return str(_("yes") if value else _("no"))
        return harmless(super().preprocess_field_value(field, value, export_format))


class Written:
    """A form whose app writes down what was saved: ``write_down`` calls its action."""

    form: Any
    request: Any
    success_message: Any = gettext_lazy("Saved: %(object)s.")
    error_message = gettext_lazy(
        "Nothing is saved yet. Look at what is marked below; what you wrote is kept."
    )
    submit_button_label = gettext_lazy("Save")
    is_added = False

    def save_instance(self) -> Any:
        row = super().save_instance()  # type: ignore[misc]  # of Wagtail's view beside it
        self.write_down(row, fields_of(self.form))
        return row

    def write_down(self, row: Any, fields: list[str]) -> None:
        raise NotImplementedError

    def get_success_buttons(self) -> list[Any]:
        return []


def fields_of(form: BaseForm) -> list[str]:
    """What changed, formsets of panels included."""
    names = list(form.changed_data)
    formsets = getattr(form, "formsets", {})
    return names + [name for name, rows in formsets.items() if rows.has_changed()]


class AddView(Crumbs, Written, CreateView):
    is_added = True
    page_title = gettext_lazy("New")
    title_of_new: Any = ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        crumbs = super().get_breadcrumbs_items()
        crumbs[-1]["label"] = self.title_of_new or self.page_title
        return crumbs

    def get_page_subtitle(self) -> str:
        return str(self.title_of_new or self.page_title)


class ChangeView(Crumbs, Written, EditView):
    page_title = gettext_lazy("Editing")
    delete_item_label = gettext_lazy("Remove")


class RemoveView(Crumbs, DeleteView):
    page_title = gettext_lazy("Remove")
    confirmation_message = gettext_lazy("This cannot be undone. Remove it?")
    success_message = gettext_lazy("Removed: %(object)s.")

    def form_valid(self, form: BaseForm) -> HttpResponse:
        try:
            answer: HttpResponse = super().form_valid(form)
        except ProtectedError:
            sentence = _("%(entry)s is in use, so it stays. What uses it has to change first.")
            messages.error(self.request, sentence % {"entry": self.object})
            return redirect(self.get_success_url())
        return answer

    def delete_action(self) -> None:
        """Remove ``self.object`` by an action of its app."""
        raise NotImplementedError


class Desk(ModelViewSet):
    """A list with its forms, at Polish addresses, without the ways that staff do not need."""

    index_view_class = ListView
    add_view_class = AddView
    edit_view_class = ChangeView
    delete_view_class = RemoveView
    copy_view_enabled = False
    sort_order_field = None
    name: Any = None
    list_per_page = 50
    add_label: Any = gettext_lazy("Add")
    empty_text: Any = gettext_lazy("Nothing is here yet.")
    title: Any = ""

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        # Our own history is in words; Wagtail's names fields and classes.
        return super().get_common_view_kwargs(**kwargs) | {
            "history_url_name": None,
            "title_of_list": self.title,
        }

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_index_view_kwargs(**kwargs) | {
            "add_item_label": self.add_label,
            "empty_text": self.empty_text,
            "page_title": self.title,
        }

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_add_view_kwargs(**kwargs) | {"title_of_new": self.add_label}

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", self.index_view, name="index"),
            path("wyniki/", self.index_results_view, name="index_results"),
            path("dodaj/", self.add_view, name="add"),
            path("<int:pk>/", self.edit_view, name="edit"),
            path("<int:pk>/usun/", self.delete_view, name="delete"),
            path("<int:pk>/uzycie/", self.usage_view, name="usage"),
        ]
