"""Bringing a calendar or a sheet in: upload, look at the differences, bring in, see what came."""

from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import permission_required

from kulisy.exchange import access, keeping, queries, runs
from kulisy.exchange.forms import BringForm, SourceForm
from kulisy.exchange.models import ImportRun, ImportSource
from kulisy.exchange.views import shown
from kulisy.people.api import account_acting

# The answer to a form that was understood and not carried out: what was typed is on the page.
NOT_DONE = 422
MOST_RUNS, ROWS_A_PAGE = 20, 100
SECONDS_BETWEEN_LOOKS = 3


def frame(title: str, *, inside: bool = True) -> dict[str, Any]:
    """Title and the way back."""
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Today")}]
    if inside:
        crumbs.append({"url": reverse("exchange_backstage:index"), "label": _("Import")})
    crumbs.append({"url": "", "label": title})
    return {"header_title": title, "header_icon": "download", "breadcrumbs_items": crumbs}


@permission_required(access.TO_IMPORT)
def index(request: HttpRequest) -> HttpResponse:
    """What can be brought in, what is followed, and what came lately."""
    kept = keeping.kept_in(request.session)
    form = BringForm(initial={"state": "draft"})
    status = 200
    if request.method == "POST":
        form = BringForm(request.POST, request.FILES, has_kept=kept is not None)
        is_sound = form.is_valid()
        if file := form.cleaned_data.get("file"):
            kept = keeping.keep(request.session, file)
        if is_sound:
            return redirect("exchange_backstage:run", _begun(request, form, kept).pk)
        status = NOT_DONE
    facts = frame(_("Import"), inside=False) | {
        "form": form,
        "kept": kept,
        "sources": queries.sources(),
        "runs": queries.recent_runs()[:MOST_RUNS],
    }
    return render(request, "exchange/index.html", facts, status=status)


def _begun(request: HttpRequest, form: BringForm, kept: keeping.Kept | None) -> ImportRun:
    found, by = form.cleaned_data, account_acting(request)
    state = found["state"] or "draft"
    if found["address"]:
        keeping.forget(request.session)
        source = _followed(found["address"]) or runs.new_source(
            _name_of(found["address"]), address=found["address"], state=state
        )
        return runs.begun(source, by=by)
    if kept is None:  # the form asked for one or the other
        raise ValueError("no file")
    source = found["source"] or runs.new_source(Path(kept.name).stem, state=state)
    run = runs.begun(source, by=by, path=kept.path, name=kept.name)
    keeping.forget(request.session)
    return run


def _followed(address: str) -> ImportSource | None:
    return ImportSource.objects.filter(address=address).first()


def _name_of(address: str) -> str:
    return address.partition("://")[2].partition("/")[0]


@require_safe
@permission_required(access.TO_IMPORT)
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a run is; what it would change; what it changed."""
    row = access.run_seen(request.user, pk)
    chosen = request.GET.get("pokaz", "")
    action = chosen if chosen in shown.HEADINGS else ""
    page = Paginator(queries.lines_of(row, action), ROWS_A_PAGE).get_page(request.GET.get("strona"))
    facts = frame(row.source.name) | {
        "run": row,
        "stage": shown.stage(row),
        "seconds": SECONDS_BETWEEN_LOOKS,
        "piles": shown.piles(row),
        "chosen": action,
        "page": page,
        "differences": shown.differences(page.object_list),
    }
    return render(request, "exchange/run.html", facts)


@require_POST
@permission_required(access.TO_IMPORT)
def bring_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the worker carry the plan out."""
    row = access.run_seen(request.user, pk)
    if row.state == ImportRun.State.PLANNED:
        runs.later(row, "exchange.apply_import", by=account_acting(request))
    else:
        messages.error(request, _("This import was not read to its end. Read the file again."))
    return redirect("exchange_backstage:run", pk)


@require_POST
@permission_required(access.TO_IMPORT)
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the same file once more, for instance after something was said about its columns."""
    row = access.run_seen(request.user, pk)
    path = Path(row.file.path) if row.file and Path(row.file.path).is_file() else None
    if path is None and not row.source.address:
        messages.error(request, _("The file is no longer kept. Please choose it again."))
        return redirect("exchange_backstage:index")
    by = account_acting(request)
    again = runs.begun(row.source, by=by, path=path, name=row.filename)
    return redirect("exchange_backstage:run", again.pk)


@permission_required(access.TO_IMPORT)
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """What is assumed about the source."""
    row = access.source_edited_by(request.user, pk)
    form = SourceForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved. It holds from the next reading on."))
        return redirect("exchange_backstage:source", pk)
    facts = frame(row.name) | {"source": row, "form": form, "runs": row.runs.all()[:MOST_RUNS]}
    status = NOT_DONE if form.errors else 200
    return render(request, "exchange/source.html", facts, status=status)


@require_POST
@permission_required(access.TO_IMPORT)
def fetch(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the worker fetch a followed calendar now."""
    row = access.source_edited_by(request.user, pk)
    if not row.address:
        messages.error(request, _("This source is a file. Choose its newer version here."))
        return redirect("exchange_backstage:index")
    return redirect("exchange_backstage:run", runs.begun(row, by=account_acting(request)).pk)
