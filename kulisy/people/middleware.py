"""Sends those who must log in with a second factor to set it up before they come backstage."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kulisy.people import queries
from kulisy.people.models import Account
from kulisy.people.words import SET_IT_UP

# Reached without the second factor: the way in and the way out. Setting it up is not backstage.
OPEN = ("wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_javascript_catalog")


class SecondFactorMiddleware:
    """Asks on every backstage request, so that a role given in mid-session counts at once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._comes_without(request):
            messages.info(request, SET_IT_UP)
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def _comes_without(self, request: HttpRequest) -> bool:
        path = request.path_info
        return (
            path.startswith(reverse("wagtailadmin_home"))
            and path not in {reverse(name) for name in OPEN}
            and isinstance(request.user, Account)
            and queries.must_set_second_factor(request.user)
        )
