"""Every address of the stand."""

from __future__ import annotations

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from kushk.reader import account_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("desk/", admin.site.urls),
    path("", include("kushk.syndication.urls")),
    *account_urls.urlpatterns,
    path("", include("kushk.reader.urls")),
]
handler404 = "kushk.reader.views.plain.not_found"
handler500 = "kushk.reader.views.plain.broken"
