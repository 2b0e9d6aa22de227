"""Lists of venues, rooms and equipment, in the manner of the other staff lists."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView
from wagtail.admin.viewsets.model import ModelViewSet

from kulisy.ui.desk import ListView, RemoveView


class YesColumn(Column):
    """A yes or a no in words."""

    def get_value(self, instance: Any) -> str:
        return _("yes") if super().get_value(instance) else _("no")


class OneList(ListView):
    """The list of a notion of which there is one: nothing more is added once it is there."""

    @cached_property
    def add_url(self) -> Any:
        return None if self.get_base_queryset().exists() else super().add_url


class PlaceAdding(CreateView):
    """A new place or thing, called so by a whole phrase."""

    add_label: Any = ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        crumbs: list[dict[str, Any]] = super().get_breadcrumbs_items()
        crumbs[-1]["label"] = self.add_label
        return crumbs

    def get_page_subtitle(self) -> str:
        return str(self.add_label)


class PlaceRemoval(RemoveView):
    """Says so, instead of failing, when what would go is in use."""

    def delete_action(self) -> None:
        self.object.delete()


class PlaceDesk(ModelViewSet):
    """A list with its forms, whose words are whole phrases rather than joined from pieces."""

    index_view_class: Any = ListView
    add_view_class = PlaceAdding
    delete_view_class = PlaceRemoval
    copy_view_enabled = False
    sort_order_field: Any = None
    name: Any = None
    related: tuple[str, ...] = ()
    add_label: Any = gettext_lazy("Add")
    empty_text: Any = gettext_lazy("Nothing is here yet.")

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_index_view_kwargs(**kwargs) | {
            "add_item_label": self.add_label,
            "empty_text": self.empty_text,
            "related": self.related,
        }

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_add_view_kwargs(**kwargs) | {"add_label": self.add_label}
