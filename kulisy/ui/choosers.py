"""Wagtail's choosers without a script inside the page, which the site's policy would not run.

Wagtail 8 writes ``<script>new ImageChooser(...)</script>`` after each chooser. The same two values
are left there as data instead, and a module of ours begins with them (decision 0009).
"""

from typing import Any

from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from wagtail.admin.widgets.chooser import BaseChooser


def render(
    self: Any,
    name: str,
    value: Any,
    attrs: Any = None,
    renderer: Any = None,  # noqa: ARG001 - the signature is Django's
) -> SafeString:
    """What ``BaseChooser.render`` gives, its script turned into data."""
    id_ = attrs["id"]
    chosen = self.get_value_data(value)
    options = self.get_js_init_options(id_, name, chosen)
    begin = str(json_script([id_, options])).replace(
        "<script ", format_html('<script data-begin="{}" ', self.js_constructor), 1
    )
    return SafeString(f"{self.render_html(name, chosen, attrs)}{begin}")


def without_inline_scripts() -> None:
    """Put it in the place of Wagtail's, for every chooser of the admin."""
    BaseChooser.render = render  # type: ignore[method-assign]  # the one way to reach every chooser
