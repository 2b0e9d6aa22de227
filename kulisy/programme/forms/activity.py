"""The form behind the editor of an activity."""

from typing import Any

from django.utils.translation import gettext as _

from kulisy.kernel.errors import Refused
from kulisy.programme import queries, rules, words
from kulisy.ui.slugs import AddressedForm


class ActivityForm(AddressedForm):
    """Says beside the field what a constraint would say over the whole form."""

    fallback = "wydarzenie"

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        self._clean_picture(found)
        self._clean_parent(found)
        if found.get("is_free") and (found.get("price_from") or 0) > 0:
            self.add_error("price_from", _("It is free and has a price; choose one."))
        low, high = found.get("age_from"), found.get("age_to")
        if low is not None and high is not None and high < low:
            self.add_error("age_to", _("The upper age is below the lower one."))
        return found

    def _clean_picture(self, found: dict[str, Any]) -> None:
        picture = found.get("picture")
        if picture is None or found.get("picture_alt") or found.get("picture_is_decorative"):
            return
        # Entered once: what somebody wrote of the picture itself holds for it here too.
        if picture.description and not picture.is_decorative:
            found["picture_alt"] = picture.description[:250]
        elif picture.is_decorative:
            found["picture_is_decorative"] = True
        else:
            sentence = _("Describe the picture in a sentence, or mark that it only decorates.")
            self.add_error("picture_alt", sentence)

    def _clean_parent(self, found: dict[str, Any]) -> None:
        parent = found.get("parent")
        if parent is None:
            return
        height = queries.height_below(self.instance) if self.instance.pk else 0
        if no := rules.parent_refusal(self.instance.pk, queries.ancestors(parent), height):
            self.add_error("parent", words.sentence(no, Refused(no).facts))
