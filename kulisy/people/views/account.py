"""A person's own account: the invitation, the way backstage, what is kept about them."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.views import LoginView
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from kulisy.kernel.errors import Refused
from kulisy.kernel.privacy import keepers
from kulisy.people import access, actions, queries
from kulisy.people.forms import AcceptInvitationForm
from kulisy.people.words import SORRY


class LogInView(LoginView):
    """allauth's, without the variable of its that would hide the site of our header and footer."""

    def get_context_data(self, **facts: Any) -> dict[str, Any]:
        told: dict[str, Any] = super().get_context_data(**facts)
        told.pop("site", None)
        return told


@require_safe
@never_cache
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """What the account is, and where to change its password, address and second factor."""
    account = access.account_acting(request)
    facts = {
        "account": account,
        "roles": queries.roles_of(account),
        "has_second_factor": queries.has_second_factor(account),
        "second_factor_is_due": queries.second_factor_is_due(account),
        "may_enter_backstage": access.may_enter_backstage(account),
    }
    return render(request, "people/home.html", facts)


@require_safe
@never_cache
@login_required
@reauthentication_required
def my_data(request: HttpRequest) -> JsonResponse:
    """Everything kept about the person, as a file (GDPR art. 15 and 20)."""
    account = access.account_acting(request)
    kept = {keeper.name: keeper.export(account.pk) for keeper in keepers()}
    answer = JsonResponse(kept, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="{_("my-data")}.json"'
    return answer


@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The invited person chooses a name and a password."""
    try:
        found = access.invitation_behind(token)
        actions.refuse_if_over(found)
        form = AcceptInvitationForm(
            request.POST or None, email=found.email, initial={"name": found.name}
        )
        if request.method == "POST" and form.is_valid():
            wanted = form.cleaned_data
            actions.accept_invitation(
                invitation=found, name=wanted["name"], password=wanted["password"]
            )
            messages.success(request, _("Your account is ready. Log in to it now."))
            return redirect("account_login")
    except Refused as no:
        return render(
            request, "people/invitation_refused.html", {"sorry": SORRY[no.reason]}, status=410
        )
    return render(request, "people/invitation.html", {"form": form, "invitation": found})


def too_often(request: HttpRequest) -> HttpResponse:
    """What allauth's throttles answer."""
    return render(request, "people/too_often.html", status=429)


@never_cache
def to_backstage(request: HttpRequest) -> HttpResponse:
    """Wagtail's log-in page: there is one log-in in the house, and this leads to it."""
    target = request.GET.get(REDIRECT_FIELD_NAME, "")
    if not url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        target = reverse("wagtailadmin_home")
    if not request.user.is_authenticated:
        return redirect(f"{reverse('account_login')}?{urlencode({REDIRECT_FIELD_NAME: target})}")
    if access.may_enter_backstage(request.user):
        # Not redirect(), which takes a word without a slash for the name of a view.
        return HttpResponseRedirect(target)
    # A redirect to log-in would come straight back: the person is logged in, but as the wrong one.
    return render(request, "people/not_backstage.html", status=403)
