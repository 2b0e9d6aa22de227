"""The people of the centre, for the director: who has an account, what they may, who is invited."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import permission_required

from kulisy.kernel import audit
from kulisy.kernel.errors import Refused
from kulisy.people import access, actions, mails, queries
from kulisy.people.forms import InviteForm, RolesForm, SearchForm
from kulisy.people.models import Account
from kulisy.people.rules import Role
from kulisy.people.words import DONE, SORRY

for_directors = permission_required(access.MANAGE)
PEOPLE_ON_A_PAGE = 50


def _frame(title: str, *, here: str = "") -> dict[str, Any]:
    """What Wagtail's page around ours needs."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Today")}]
    if here:
        crumbs.append({"url": reverse("wagtailusers_users:index"), "label": _("People")})
    crumbs.append({"url": "", "label": title})
    return {"header_title": title, "header_icon": "user", "breadcrumbs_items": crumbs}


@for_directors
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everybody with an account, and the invitations still open."""
    search = SearchForm(request.GET)
    wanted = search.cleaned_data if search.is_valid() else {}
    found = queries.people(
        words=wanted.get("q", "").strip(),
        role=wanted.get("role", ""),
        closed=wanted.get("closed", False),
    )
    page = Paginator(found, PEOPLE_ON_A_PAGE).get_page(request.GET.get("strona"))
    facts = _frame(_("People of the centre")) | {
        "search": search,
        "page": page,
        "rows": queries.rows(page.object_list),
        "invitations": queries.open_invitations(),
        "mail_is_sent": settings.MAIL_IS_SENT,
    }
    return render(request, "people/backstage/index.html", facts)


@for_directors
@reauthentication_required
def invite(request: HttpRequest) -> HttpResponse:
    """Ask somebody to open an account."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.invite(by=access.account_acting(request), **form.cleaned_data)
        except Refused as no:
            form.add_error("email", str(SORRY[no.reason]))
        else:
            messages.success(
                request, _("The invitation is on its way. It is valid for seven days.")
            )
            return redirect("wagtailusers_users:index")
    facts = _frame(_("Invite somebody"), here="invite") | {"form": form}
    return render(request, "people/backstage/invite.html", facts)


@for_directors
@reauthentication_required
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: roles, second factor, history, closing."""
    account = access.person(pk)
    form = RolesForm(request.POST or None, initial={"roles": queries.roles_of(account)})
    if request.method == "POST" and form.is_valid():
        try:
            _set_roles(account, form.cleaned_data["roles"], by=access.account_acting(request))
        except Refused as no:
            form.add_error("roles", str(SORRY[no.reason]))
        else:
            messages.success(request, _("The roles are saved and count from now on."))
            return redirect("wagtailusers_users:edit", pk)
    row = queries.rows([queries.people(closed=not account.is_active).get(pk=pk)])[0]
    facts = _frame(str(account), here="person") | {
        "form": form,
        "row": row,
        "history": _history(account),
    }
    return render(request, "people/backstage/person.html", facts)


def _set_roles(account: Account, wanted: list[Role], *, by: Account) -> None:
    held = queries.roles_of(account)
    for role in Role:
        if role in wanted and role not in held:
            actions.give_role(account=account, role=role, by=by)
        elif role in held and role not in wanted:
            actions.take_role(account=account, role=role, by=by)


def _history(account: Account) -> list[dict[str, Any]]:
    entries = [entry for entry in audit.history_of(account)[:50] if entry.verb in DONE]
    names = queries.names_of(entry.by_id for entry in entries)
    return [
        {
            "at": entry.at,
            "by": names.get(entry.by_id or 0, _("the system")),
            "done": DONE[entry.verb],
            "role": _role_name(entry.changes),
        }
        for entry in entries
    ]


def _role_name(changes: dict[str, Any]) -> str:
    value = next((role for role in changes.get("role", []) if role in Role.values), None)
    return str(Role(value).label) if value else ""


@for_directors
@require_POST
@reauthentication_required
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """End the person's log-in."""
    return _do(request, pk, actions.close_account, _("The account is closed and logged out."))


@for_directors
@require_POST
@reauthentication_required
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the person log in again."""
    return _do(request, pk, actions.reopen_account, _("The account is open again."))


@for_directors
@require_POST
@reauthentication_required
def remove_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """For somebody who lost the telephone."""
    done = _("The second factor is removed. The person will be asked to set it up again.")
    return _do(request, pk, actions.remove_second_factor, done)


def _do(request: HttpRequest, pk: int, action: Any, done: str) -> HttpResponse:
    try:
        action(account=access.person(pk), by=access.account_acting(request))
    except Refused as no:
        messages.error(request, SORRY[no.reason])
    else:
        messages.success(request, done)
    return redirect("wagtailusers_users:edit", pk)


@for_directors
@require_POST
def resend(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the invitation once more."""
    actions.resend_invitation(invitation=access.invitation(pk), by=access.account_acting(request))
    messages.success(request, _("The invitation is on its way again; the earlier link is void."))
    return redirect("wagtailusers_users:index")


@for_directors
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the link useless."""
    actions.withdraw_invitation(invitation=access.invitation(pk), by=access.account_acting(request))
    messages.success(request, _("The invitation is withdrawn."))
    return redirect("wagtailusers_users:index")


@for_directors
@require_safe
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """The link itself, for a centre without mail: to write down and hand over."""
    found = access.invitation(pk)
    facts = _frame(_("Invitation to hand over"), here="invitation") | {
        "invitation": found,
        "address": mails.invitation_address(found),
    }
    return render(request, "people/backstage/hand_over.html", facts)
