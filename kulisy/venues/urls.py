"""Public addresses of ``venues``: the calendars of rooms."""

from django.urls import path

from kulisy.venues import feeds

app_name = "venues"
urlpatterns = [
    path("sale/<slug:slug>/zajete.ics", feeds.busy_in_public, name="busy_in_public"),
    path("sale/tajne/<slug:token>.ics", feeds.busy_by_token, name="busy_by_token"),
]
