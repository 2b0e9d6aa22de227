"""Public addresses, in Polish words; under /en/ the same with an English interface."""

from django.contrib.sitemaps.views import sitemap
from django.urls import path
from django.views.generic import RedirectView

from kulisy.website.sitemaps import SITEMAPS
from kulisy.website.views import activity, calendar, classes, embed, people, places, plain, search

app_name = "website"
urlpatterns = [
    path("kalendarz/", calendar.index, name="calendar"),
    path("kalendarz/w-telefonie/", plain.subscribe, name="subscribe"),
    path("kalendarz/<int:year>/tydzien/<int:week>/", calendar.week, name="week"),
    path("kalendarz/<int:year>/<int:month>/", calendar.month, name="month"),
    path("kalendarz/<int:year>/<int:month>/<int:day>/", calendar.day, name="day"),
    path("wydarzenia/", RedirectView.as_view(pattern_name="website:calendar")),
    path("wydarzenia/<slug:slug>/", activity.activity, name="activity"),
    path("zajecia/", classes.index, name="classes"),
    path("zajecia/plan/", classes.timetable, name="timetable"),
    path("miejsca/", places.index, name="places"),
    path("miejsca/<slug:slug>/", places.place, name="place"),
    path("ludzie/", people.index, name="people"),
    path("ludzie/<slug:slug>/", people.person, name="person"),
    path("szukaj/", search.find, name="search"),
    path("osadz/", embed.how_to, name="embed_help"),
    path("osadz/kalendarz/", embed.calendar, name="embed"),
    path("osadz/kulisy-kalendarz.mjs", embed.element, name="embed_element"),
    path("plakat/<slug:family>/<uuid:uid>.png", plain.poster, name="poster"),
    path("motyw.css", plain.theme, name="theme"),
    path("aktualnosci.rss", plain.NewsFeed(), name="news_feed"),
    path("robots.txt", plain.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
