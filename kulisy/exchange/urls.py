"""Addresses of the feeds. They stand outside the languages: ``?jezyk=en`` chooses one."""

from django.urls import path

from kulisy.exchange import feeds

app_name = "feeds"
urlpatterns = [
    path("kalendarz.ics", feeds.calendar_feed, name="calendar"),
    path("kalendarz/grupa/<uuid:uid>.ics", feeds.group_feed, name="group"),
    path("wydarzenia/<slug:slug>.ics", feeds.activity_feed, name="activity"),
    path("kalendarz.rss", feeds.rss_feed, name="rss"),
]
