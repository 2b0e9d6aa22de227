"""The style guide; the settings include it only while developing."""

from django.urls import path

from kulisy.ui import views

app_name = "ui"
urlpatterns = [
    path("", views.guide, name="guide"),
    path("plakaty/", views.contact_sheet, name="contact_sheet"),
]
