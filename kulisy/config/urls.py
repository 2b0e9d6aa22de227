"""Every address of the site, by who answers it."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from kulisy.kernel.views import health_view
from kulisy.media.views import upload
from kulisy.people.views.account import to_backstage
from kulisy.people.wagtail_hooks import BackstageAccountView

urlpatterns = [
    path("health", health_view),
    path("zaplecze/login/", to_backstage),
    path("zaplecze/account/", require_admin_access(BackstageAccountView.as_view())),
    path("zaplecze/", include(wagtailadmin_urls)),
    path("uploads/<path:path>", upload),
    path("dokumenty/", include(wagtaildocs_urls)),
    path("kalendarze/", include("kulisy.venues.urls")),
    path("", include("kulisy.exchange.urls")),
    path("api/v1/", include("kulisy.website.http.urls")),
]
if settings.DEBUG:
    urlpatterns += [path("ui/", include("kulisy.ui.urls"))]
urlpatterns += i18n_patterns(
    path("konto/", include("kulisy.people.urls")),
    path("konto/", include("allauth.urls")),
    path("", include("kulisy.website.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
handler403 = "kulisy.website.views.errors.forbidden"
handler404 = "kulisy.website.views.errors.not_found"
handler500 = "kulisy.website.views.errors.broken"
handler429 = "kulisy.people.views.account.too_often"  # asked for by allauth
