"""Addresses of the API."""

from django.urls import path

from kulisy.website.http.docs import docs
from kulisy.website.http.v1 import api

urlpatterns = [path("docs", docs, name="api_docs"), path("", api.urls)]
