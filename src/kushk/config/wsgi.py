"""The WSGI application that the web server runs."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kushk.config.settings")
_django = get_wsgi_application()

from kushk.reader.shortpath import in_front_of  # noqa: E402 - Django must be ready

application = in_front_of(_django)
