"""What other machines ask of this one: whether it is well."""

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kulisy.kernel import health


@require_safe
@never_cache
def health_view(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 - Django passes it
    """200 while the site can serve, 503 while it cannot; says nothing that a stranger could use.

    A worker that is away is told but does not make the site unwell: pages are still served.
    """
    database = health.database_answers()
    try:
        since = health.seconds_since_beat() if database else None
    except DatabaseError:
        # The table of the cache is not made yet.
        since = None
    worker = since is not None and since < health.LATE_AFTER
    return JsonResponse(
        {"status": "ok" if database else "unwell", "database": database, "worker": worker},
        status=200 if database else 503,
    )
