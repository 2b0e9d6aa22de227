"""The API described on a page of the house: no script, nothing fetched from elsewhere."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from kulisy.website.frame import page
from kulisy.website.http.v1 import api


def docs(request: HttpRequest) -> HttpResponse:
    """Every address of the API with its parameters, from the same OpenAPI that programs read."""
    schema = api.get_openapi_schema()
    ways = [
        {
            "path": path,
            "summary": way.get("description", ""),
            "parameters": [_parameter(given) for given in way.get("parameters", [])],
        }
        for path, methods in schema["paths"].items()
        for way in methods.values()
    ]
    context = {"ways": ways, "origin": request.build_absolute_uri("/").rstrip("/")}
    title = _("The programme for programs")
    return page(request, "website/api_docs.html", context, title=title)


def _parameter(given: dict[str, Any]) -> dict[str, str]:
    schema = given.get("schema", {})
    kinds = [schema.get("type") or "/".join(s.get("type", "") for s in schema.get("anyOf", []))]
    return {
        "name": given["name"],
        "kind": kinds[0].replace("/null", ""),
        "text": schema.get("description", given.get("description", "")),
    }
