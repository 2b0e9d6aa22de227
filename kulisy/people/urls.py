"""Addresses of a person's own account; log-in itself is allauth's."""

from django.urls import path

from kulisy.people.views import account

app_name = "people"
urlpatterns = [
    path("", account.home, name="home"),
    path("moje-dane/", account.my_data, name="my_data"),
    path("zaproszenie/<str:token>/", account.invitation, name="invitation"),
]
