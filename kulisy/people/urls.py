"""Addresses of a person's own account; log-in itself is allauth's."""

from django.urls import path

from kulisy.people.views import account

app_name = "people"
urlpatterns = [
    path("", account.home, name="home"),
    # Found before allauth's own at the same address, which goes by the name account_login.
    path("login/", account.LogInView.as_view(), name="log_in"),
    path("moje-dane/", account.my_data, name="my_data"),
    path("zaproszenie/<str:token>/", account.invitation, name="invitation"),
]
