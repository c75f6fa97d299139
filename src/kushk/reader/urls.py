"""Addresses of the reader's pages. Each page's address begins with the language of the interface."""

from __future__ import annotations

from datetime import date

from django.urls import include, path, register_converter
from django.urls.converters import StringConverter

from kushk.base.locale import SPOKEN
from kushk.reader.views import (
    access,
    cards,
    device,
    gifts,
    listen,
    plain,
    plans,
    search,
    settings,
    stand,
    story,
    styles,
    translated,
)


class InterfaceConverter(StringConverter):
    """A language that the interface speaks."""

    regex = "|".join(sorted(SPOKEN))


class DayConverter:
    """A calendar day, ``2026-11-04``."""

    regex = r"\d{4}-\d\d-\d\d"

    def to_python(self, value: str) -> date:
        """Return the day; Django takes ValueError for an address that does not match."""
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        """Return the day as text."""
        return str(value)


class VersionConverter(StringConverter):
    """The version of a share card, twelve hexadecimal digits."""

    regex = "[0-9a-f]{12}"


class PictureConverter(StringConverter):
    """How a share card is packed."""

    regex = "jpg|png"


class ClipConverter(StringConverter):
    """The name of a spoken line, 24 hexadecimal digits."""

    regex = "[0-9a-f]{24}"


class ClipFormConverter(StringConverter):
    """How a spoken line is packed, or its times."""

    regex = "webm|mp3|json"


class AudioConverter(StringConverter):
    """How a whole narration is packed, or its captions."""

    regex = "mp3|webm|vtt"


class TongueConverter(StringConverter):
    """A language that a story may be translated into: a BCP 47 tag with script or region at most."""

    regex = "[a-z]{2,3}(?:-[A-Za-z]{2,4})?"


class ViewConverter(StringConverter):
    """How a translation is shown, other than by itself."""

    regex = "side|lines"


register_converter(TongueConverter, "tongue")
register_converter(ViewConverter, "view")
register_converter(ClipConverter, "clip")
register_converter(ClipFormConverter, "clipform")
register_converter(AudioConverter, "audio")
register_converter(VersionConverter, "version")
register_converter(PictureConverter, "picture")
register_converter(InterfaceConverter, "interface")
register_converter(DayConverter, "day")

app_name = "reader"

pages = [
    path("", stand.home, name="home"),
    path("publications/", stand.publications, name="publications"),
    path("latest/", stand.latest, name="latest"),
    path("search/", search.search, name="search"),
    path("about/", plain.about, name="about"),
    path("settings/", settings.settings, name="settings"),
    path("access/", access.access, name="access"),
    path("plans/", plans.plans, name="plans"),
    path("gift/of/<str:public_id>/", gifts.give, name="give"),
    path("gift/<str:token>/", gifts.gift, name="gift"),
    path("whole/<str:public_id>/", access.whole, name="whole"),
    path("whole/<str:public_id>/in/<tongue:target>/", access.translation, name="whole-translation"),
    path("whole/<str:public_id>/in/<tongue:target>/<view:view>/", access.translation, name="whole-translation-view"),
    path("saved/", device.saved, name="saved"),
    path("offline/", device.offline, name="offline"),
    path("manifest.webmanifest", device.manifest, name="manifest"),
    path("p/<str:slug>/", stand.publication, name="publication"),
    path("p/<str:slug>/sections/<str:section_slug>/", stand.section, name="section"),
    path("p/<str:slug>/issues/<day:day>/", stand.issue, name="issue"),
    path("s/<str:public_id>/", story.story, name="story-short"),
    path("corrections/<str:public_id>/", story.changes, name="changes"),
    path("s/<str:public_id>/in/<tongue:target>/", translated.story, name="translation"),
    path("s/<str:public_id>/in/<tongue:target>/<view:view>/", translated.story, name="translation-view"),
    path("s/<str:public_id>/<str:slug>/", story.story, name="story"),
]

spoken = [
    path("timeline.json", listen.timeline, name="timeline"),
    path("<clip:key>.<clipform:extension>", listen.clip, name="clip"),
    path("<version:version>.<audio:extension>", listen.version, name="narration"),
]
"""Below a story's own audio address."""

spoken_translations = [
    path("timeline.json", listen.timeline, name="translated-timeline"),
    path("<clip:key>.<clipform:extension>", listen.clip, name="translated-clip"),
    path("<version:version>.<audio:extension>", listen.version, name="translated-narration"),
]
"""The same for a translation."""

spoken_whole_translations = [
    path("timeline.json", listen.timeline, {"whole": True}, name="whole-translated-timeline"),
    path("<clip:key>.<clipform:extension>", listen.clip, {"whole": True}, name="whole-translated-clip"),
    path("<version:version>.<audio:extension>", listen.version, {"whole": True}, name="whole-translated-narration"),
]

spoken_wholes = [
    path("timeline.json", listen.timeline, {"whole": True}, name="whole-timeline"),
    path("<clip:key>.<clipform:extension>", listen.clip, {"whole": True}, name="whole-clip"),
    path("<version:version>.<audio:extension>", listen.version, {"whole": True}, name="whole-narration"),
]
"""The same for members: all of a story that is not for everybody."""

urlpatterns = [
    path("", plain.way_in, name="way-in"),
    path("payments/<slug:engine>/", plans.event, name="payment-event"),
    path("read/<str:public_id>/", access.note, name="note-reading"),
    path("robots.txt", plain.robots, name="robots"),
    path("favicon.ico", plain.icon, name="icon"),
    path("healthz", plain.health, name="health"),
    path("worker.js", device.worker, name="worker"),
    path("reading.css", styles.reading, name="reading"),
    path("styles/<slug:version>.css", styles.styles, name="styles"),
    path("colours/rack.css", styles.rack_colours, name="rack-colours"),
    path("colours/p/<str:slug>.css", styles.colours, name="colours"),
    path("media/<path:path>", plain.media, name="media"),
    path("cards/<str:public_id>/qr.png", cards.qr, name="qr"),
    path("cards/<str:public_id>/quote/<str:sentence_id>.png", cards.quote, name="quote-card"),
    path("cards/<str:public_id>/<version:version>.<picture:extension>", cards.story, name="card"),
    path("audio/silence/<int:steps>.webm", listen.silence, name="silence"),
    path("audio/issues/<str:slug>/<day:day>.json", listen.issue, name="listen-issue"),
    path("audio/<str:public_id>/", include(spoken)),
    path("audio/<str:public_id>/in/<tongue:target>/", include(spoken_translations)),
    path("audio/<str:public_id>/whole/", include(spoken_wholes)),
    path("audio/<str:public_id>/whole/in/<tongue:target>/", include(spoken_whole_translations)),
    path(
        "audio/<str:public_id>/whole/in/<tongue:target>.<audio:extension>",
        listen.file,
        {"whole": True},
        name="whole-translated-audio",
    ),
    path("audio/<str:public_id>.<audio:extension>", listen.file, name="audio"),
    path("audio/<str:public_id>/whole.<audio:extension>", listen.file, {"whole": True}, name="whole-audio"),
    path("audio/<str:public_id>/in/<tongue:target>.<audio:extension>", listen.file, name="translated-audio"),
    path("translations/<str:public_id>/<tongue:target>.json", translated.data, name="translation-data"),
    path(
        "translations/<str:public_id>/<tongue:target>/progress.json", translated.progress, name="translation-progress"
    ),
    path(
        "translations/<str:public_id>/whole/<tongue:target>/progress.json",
        access.progress,
        name="whole-translation-progress",
    ),
    path("<interface:ui>/", include(pages)),
]
