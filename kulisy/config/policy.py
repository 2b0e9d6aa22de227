"""The Content-Security-Policy: one for everybody, and what Wagtail's admin needs beyond it."""

from typing import Any

from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

# Wagtail's sidebar writes style attributes and its text editor whole style elements, neither with a
# nonce (decision 0009). Scripts stay as strict as outside.
BACKSTAGE = {
    "style-src-attr": ["'unsafe-inline'"],
    "style-src-elem": ["'self'", "'unsafe-inline'"],
}


class PolicyMiddleware(CSPMiddleware):
    """The policy of the settings, and under the address of backstage its one exception."""

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,  # noqa: FBT001, FBT002 - the signature is django-csp's
    ) -> Any:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            parts.update = {**BACKSTAGE, **(parts.update or {})}
        return parts
