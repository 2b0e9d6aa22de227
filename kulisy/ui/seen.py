"""Two people at one form: the second to save learns what the first has changed meanwhile."""

import hashlib
import json
from typing import Any

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from django.utils.translation import gettext as _
from modelcluster.models import ClusterableModel, get_all_child_relations

NAME = "seen"


class _Encoder(DjangoJSONEncoder):
    """Files and colours, too, as their text."""

    def default(self, o: Any) -> Any:
        try:
            return super().default(o)
        except TypeError:
            return str(o)


class SeenForm(forms.BaseForm):
    """A form of a row that is not saved over what somebody else has saved since it was opened.

    A mark of each field travels with the page. Refused once, what was typed is still there and the
    marks are those of now, so saving again is meant. A form sent without marks is not compared.
    """

    instance: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[NAME] = forms.CharField(required=False, widget=forms.HiddenInput)
        self.changed_meanwhile: list[str] = []
        if not self.instance.pk:
            return
        now = _marks(self.instance, set(self.fields))
        self.initial[NAME] = json.dumps(now)
        if self.is_bound:
            key = self.add_prefix(NAME)
            self.changed_meanwhile = _differing(self.data.get(key, ""), now)
            sent: Any = self.data
            sent = sent.copy()
            sent[key] = json.dumps(now)
            self.data = sent

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        found.pop(NAME, None)
        if self.changed_meanwhile:
            names = ", ".join(self._name_of(name) for name in self.changed_meanwhile)
            sentence = _(
                "Somebody else has saved this meanwhile and changed: %(names)s. Nothing of yours "
                "is saved yet and all of it is still here. Open the page in another tab to see "
                "theirs; saving again puts yours in their place."
            )
            self.add_error(None, sentence % {"names": names})
        return found

    @property
    def changed_data(self) -> list[str]:
        return [name for name in super().changed_data if name != NAME]

    def _name_of(self, name: str) -> str:
        if name in self.fields and self.fields[name].label:
            return str(self.fields[name].label).lower()
        for relation in get_all_child_relations(type(self.instance)):
            if relation.get_accessor_name() == name:
                return str(relation.related_model._meta.verbose_name_plural)
        return name


def _marks(row: Model, names: set[str]) -> dict[str, str]:
    """Field -> a few letters that are others when its value in the database is another."""
    if isinstance(row, ClusterableModel):
        below = {relation.get_accessor_name() for relation in get_all_child_relations(type(row))}
        values = {
            name: value for name, value in row.serializable_data().items() if name in names | below
        }
    else:
        values = forms.models.model_to_dict(row, sorted(names))
        values = {
            name: [each.pk for each in value] if isinstance(value, list) else value
            for name, value in values.items()
        }
    return {name: _mark(value) for name, value in values.items()}


def _mark(value: Any) -> str:
    plain = json.dumps(value, cls=_Encoder, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:8]


def _differing(sent: str, now: dict[str, str]) -> list[str]:
    try:
        seen = json.loads(sent)
    except ValueError:
        return []
    if not isinstance(seen, dict):
        return []
    return [name for name, mark in now.items() if seen.get(name, mark) != mark]
